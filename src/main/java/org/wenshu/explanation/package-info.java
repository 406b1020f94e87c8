/**
 * Tells people what a statement does and what its plan shows. Everything is read off the parsed
 * statement, the catalogue as the caller may know it, and the database's plan, never off the words
 * of the question, so that a wrong statement is told as what it is.
 */
package org.wenshu.explanation;
