package org.wenshu.knowledge;

/**
 * A piece of a document that was found.
 *
 * @param id names the piece; empty where only its text is known
 * @param score the cosine of the angle between its vector and the one looked for
 */
public record ScoredChunk(String id, String chunk, double score) {}
