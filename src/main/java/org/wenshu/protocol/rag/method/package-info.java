/**
 * The methods of the RAG query protocol, one class each, and what surrounds every call: who calls,
 * how often, how long, and what a failure looks like (contract of the RAG query protocol, sections
 * 4 to 9). The socket and the HTTP facade both call through {@link
 * org.wenshu.protocol.rag.method.RagCalls}.
 */
package org.wenshu.protocol.rag.method;
