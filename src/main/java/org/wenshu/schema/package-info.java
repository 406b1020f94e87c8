/**
 * The catalogue of the database being asked: tables, columns, keys, comments and sample values,
 * scanned through {@code INFORMATION_SCHEMA} and kept in Wenshu's own tables; and schema linking,
 * which finds the tables a question is about.
 */
package org.wenshu.schema;
