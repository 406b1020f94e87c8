package org.wenshu.suggestion;

/**
 * A question that may be suggested.
 *
 * @param text the whole question
 * @param shape what it asks for
 * @param table the name of the table it is about
 */
record Candidate(String text, Shape shape, String table) {}
