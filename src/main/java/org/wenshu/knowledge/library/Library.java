package org.wenshu.knowledge.library;

import java.util.List;
import java.util.Optional;

/**
 * Keeps documents. Implementations are thread-safe and throw {@link
 * org.wenshu.error.WenshuException} with KNOWLEDGE_UNAVAILABLE when the database fails.
 */
public interface Library {
  /** Adds a document with its content, unless its owner has one of that id; whether it did. */
  boolean add(LibraryDocument document, byte[] content);

  /** The documents of an owner, by id. */
  List<LibraryDocument> documents(String owner);

  /** A document. */
  Optional<LibraryDocument> find(String owner, String id);

  /** The content of a document. */
  Optional<byte[]> content(String owner, String id);

  /** Changes what is known of a document; whether there is one. Its kind stays. */
  boolean update(LibraryDocument document);

  /** Removes a document; whether there was one. */
  boolean remove(String owner, String id);

  /** Notes that a document is processed, unless its owner has a processing of that id. */
  boolean add(Processing processing);

  /** Removes that note; whether there was one. */
  boolean removeProcessing(String owner, String id);

  /** The processings of an owner, by id. */
  List<Processing> processings(String owner);
}
