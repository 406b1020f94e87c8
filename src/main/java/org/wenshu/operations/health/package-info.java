/**
 * Says whether the server and what it needs are well (contract of the RAG query protocol, section
 * 11).
 */
package org.wenshu.operations.health;
