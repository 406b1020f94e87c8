/**
 * What is asked: words become items, rules join neighbouring items into facts, and the facts of a
 * question make its {@link org.wenshu.generation.grammar.intent.Intent}.
 */
package org.wenshu.generation.grammar.intent;
