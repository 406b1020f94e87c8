package org.wenshu.knowledge;

/**
 * An entity that was found.
 *
 * @param score the cosine of the angle between its vector and the one looked for
 */
public record ScoredEntity(Value entity, double score) {}
