/**
 * SQL text cut into tokens exactly as MySQL 8 cuts it. Imports nothing of Wenshu, so that the steps
 * which read SQL (extraction, value linking, the guard) share one idea of where a string ends.
 */
package org.wenshu.sql;
