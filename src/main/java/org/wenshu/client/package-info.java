/**
 * The Java client: one {@link org.wenshu.client.Wenshu} opens four doors to a server. It depends on
 * the JDK and Jackson alone, and shares no class with the server.
 */
package org.wenshu.client;
