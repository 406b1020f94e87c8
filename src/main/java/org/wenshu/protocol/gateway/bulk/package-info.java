/**
 * Bulk import and export over sockets, and of knowledge cores over HTTP (contract of the gateway,
 * section 5): in constant memory, with back-pressure to whoever sends, and with an account of what
 * was stored for whoever asks for one.
 */
package org.wenshu.protocol.gateway.bulk;
