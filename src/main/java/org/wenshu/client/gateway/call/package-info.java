/**
 * A call of the gateway as a value: where it goes, what is sent, how the answer is read. Each is
 * defined once and run over HTTP or the socket, waiting or not.
 */
package org.wenshu.client.gateway.call;
