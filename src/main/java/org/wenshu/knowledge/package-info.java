/**
 * What is known beyond the database being asked: triples, embeddings, contexts, chunks and rows,
 * kept in Wenshu's own tables, each in the collection of a user. Every node reads the same tables;
 * nothing here outlives its transaction elsewhere.
 */
package org.wenshu.knowledge;
