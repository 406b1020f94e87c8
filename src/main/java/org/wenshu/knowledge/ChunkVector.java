package org.wenshu.knowledge;

/**
 * An embedding of a piece of a document.
 *
 * @param id names the piece; empty where only its text is known
 * @param chunk the text; empty where only its id is known
 */
public record ChunkVector(String id, String chunk, Vector vector) {}
