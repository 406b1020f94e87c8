/** Writes plans as SQL for MySQL 8 and MariaDB. */
package org.wenshu.generation.grammar.sql;
