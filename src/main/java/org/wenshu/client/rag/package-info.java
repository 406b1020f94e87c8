/**
 * The query protocol over {@code /mcp}: many requests at once on one socket, sessions that outlive
 * it, and typed results (RAG contract, sections 2 to 6).
 */
package org.wenshu.client.rag;
