/**
 * Keeps knowledge in Wenshu's own database, by JDBC: many rows are written by {@code LOAD DATA
 * LOCAL INFILE} from memory where the server permits it, else by inserts of many rows each.
 */
package org.wenshu.knowledge.store;
