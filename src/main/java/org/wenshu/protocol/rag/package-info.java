/**
 * The RAG query protocol on {@code /mcp}: handshake, connections and their requests in parallel
 * (contract of the RAG query protocol, sections 1 to 3). What requests mean is told in {@link
 * org.wenshu.protocol.rag.method}.
 */
package org.wenshu.protocol.rag;
