/**
 * What stands between a servlet container and its own WebSocket layer, in terms of the Servlet
 * specification alone, where the two together cost memory or time.
 */
package org.wenshu.protocol.frames.upgrade;
