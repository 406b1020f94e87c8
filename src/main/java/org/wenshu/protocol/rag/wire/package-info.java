/**
 * The envelope of the RAG query protocol: messages read and written, its error table, parameters
 * and the cells of rows (contract of the RAG query protocol, sections 2, 4.7 and 6). Knows neither
 * sockets nor methods.
 */
package org.wenshu.protocol.rag.wire;
