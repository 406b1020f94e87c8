/**
 * Questions that stay open: answered once, then run again and again, and told only how the answer
 * has changed. However many ask the same under the same rights, it is run once.
 */
package org.wenshu.feed.live;
