/**
 * Conversations: which questions belong together, for how long, and what a later one may refer to
 * (contract of the RAG protocol, sections 4.3 to 4.6 and 8). All there is to know of a conversation
 * is in Wenshu's own database, so that it survives a restart and is valid on every node.
 */
package org.wenshu.conversation;
