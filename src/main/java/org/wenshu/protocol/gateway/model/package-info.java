/**
 * Services that answer with text, streamed where that is asked for (contract, sections 4.2 to 4.6).
 */
package org.wenshu.protocol.gateway.model;
