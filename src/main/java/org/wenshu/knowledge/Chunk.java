package org.wenshu.knowledge;

/**
 * A piece of a document.
 *
 * @param id names it within its collection
 * @param document id of the document it is of
 * @param ordinal its place there, from 0
 */
public record Chunk(String id, String document, int ordinal, String text) {}
