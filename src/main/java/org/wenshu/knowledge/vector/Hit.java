package org.wenshu.knowledge.vector;

/**
 * A vector that was found.
 *
 * @param number of its row
 * @param score the cosine of the angle to the one looked for
 */
public record Hit(long number, float score) {}
