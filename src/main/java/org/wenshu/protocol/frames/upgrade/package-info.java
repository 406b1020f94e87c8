/**
 * What stands between a servlet container and its own WebSocket layer, where the two together cost
 * memory or time: in terms of the Servlet specification alone, but for the idle timers.
 */
package org.wenshu.protocol.frames.upgrade;
