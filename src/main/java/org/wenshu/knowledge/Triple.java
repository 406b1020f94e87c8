package org.wenshu.knowledge;

/**
 * One statement about something.
 *
 * @param s subject
 * @param p predicate
 * @param o object
 */
public record Triple(Value s, Value p, Value o) {}
