/**
 * Questions people may want to ask, made from what the catalogue says of the tables a caller may
 * read. Nothing is suggested that the grammar could not answer and the guard would not admit.
 */
package org.wenshu.suggestion;
