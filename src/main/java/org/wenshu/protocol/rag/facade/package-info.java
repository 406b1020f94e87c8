/**
 * The protocol's methods over plain HTTP, as the documented web samples offer them (contract of the
 * RAG query protocol, section 12).
 */
package org.wenshu.protocol.rag.facade;
