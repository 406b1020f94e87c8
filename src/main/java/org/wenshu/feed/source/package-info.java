/** Where ticks come from: rows of a table, those who bring them, and a simulator. */
package org.wenshu.feed.source;
