/**
 * The door to the real-time feed: market data and questions that stay open. The classes that bear
 * the names of the documented client keep its defaults, texts and statistics (contract of the feed,
 * sections 15 and 16); {@link org.wenshu.client.feed.Feed} is the view of reactive streams.
 */
package org.wenshu.client.feed;
