/**
 * Schema linking: which tables a question is about, by BM25 over names, comments and sample values,
 * and which tables the foreign keys put between them.
 */
package org.wenshu.schema.search;
