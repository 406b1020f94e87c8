package org.wenshu.knowledge.library;

import java.util.List;
import org.wenshu.knowledge.Triple;

/**
 * What is known of a document.
 *
 * @param owner whose it is
 * @param time seconds of the epoch, as its owner says
 * @param kind the type of its content, such as {@code text/plain}
 * @param metadata what is said of it
 */
public record LibraryDocument(
    String owner,
    String id,
    long time,
    String kind,
    String title,
    String comments,
    List<Triple> metadata,
    List<String> tags) {
  /** Copies the lists. */
  public LibraryDocument {
    metadata = List.copyOf(metadata);
    tags = List.copyOf(tags);
  }
}
