/**
 * Reads a query expression of MySQL 8 into its tree, by recursive descent. What is not a plain read
 * has no production here, so it cannot be parsed.
 */
package org.wenshu.sql.parser;
