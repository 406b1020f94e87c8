/**
 * Renders the market feed and live questions as the contract of the real-time feed demands, on the
 * sockets it shares with the text2sql stream and on paths of its own.
 */
package org.wenshu.protocol.ws.feed;
