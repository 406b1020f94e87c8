package org.wenshu.client.gateway.data;

import java.time.Instant;
import java.util.List;

/**
 * What the library knows of a document.
 *
 * @param id unique for its user
 * @param time when it was added, in whole seconds
 * @param kind the MIME type
 * @param title may be empty
 * @param comments may be empty
 * @param metadata statements about the document
 * @param user whose it is
 * @param tags words to find it by
 */
public record DocumentMetadata(
    String id,
    Instant time,
    String kind,
    String title,
    String comments,
    List<Triple> metadata,
    String user,
    List<String> tags) {
  /** Metadata, copied. */
  public DocumentMetadata {
    metadata = List.copyOf(metadata);
    tags = List.copyOf(tags);
  }

  /** The same with another title and other comments. */
  public DocumentMetadata described(String newTitle, String newComments) {
    return new DocumentMetadata(id, time, kind, newTitle, newComments, metadata, user, tags);
  }

  /** The same with other tags. */
  public DocumentMetadata tagged(List<String> newTags) {
    return new DocumentMetadata(id, time, kind, title, comments, metadata, user, newTags);
  }
}
