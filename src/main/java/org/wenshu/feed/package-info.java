/**
 * The market feed without its wire: ticks become updates of topics, subscribers hear of them, bars
 * are aggregated, symbols are known. Sources are in {@code source}, live questions in {@code live}.
 */
package org.wenshu.feed;
