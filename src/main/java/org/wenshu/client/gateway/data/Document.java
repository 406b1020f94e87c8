package org.wenshu.client.gateway.data;

import java.util.List;
import java.util.Objects;

/**
 * A document to be added to the library. Immutable: every method makes another one.
 *
 * @param id unique for its user
 * @param user whose it is
 * @param kind the MIME type
 * @param title may be empty
 * @param comments may be empty
 * @param metadata statements about it
 * @param tags words to find it by
 */
public record Document(
    String id,
    String user,
    String kind,
    String title,
    String comments,
    List<Triple> metadata,
    List<String> tags) {
  /** A document, copied. */
  public Document {
    Objects.requireNonNull(id, "a document needs an id");
    metadata = List.copyOf(metadata);
    tags = List.copyOf(tags);
  }

  /** A plain text without title, comments, metadata and tags. */
  public static Document text(String user, String id) {
    return new Document(id, user, "text/plain", "", "", List.of(), List.of());
  }

  /** The same with another MIME type. */
  public Document ofKind(String newKind) {
    return new Document(id, user, newKind, title, comments, metadata, tags);
  }

  /** The same with another title and other comments. */
  public Document described(String newTitle, String newComments) {
    return new Document(id, user, kind, newTitle, newComments, metadata, tags);
  }

  /** The same with other statements about it. */
  public Document about(List<Triple> statements) {
    return new Document(id, user, kind, title, comments, statements, tags);
  }

  /** The same with other tags. */
  public Document tagged(List<String> newTags) {
    return new Document(id, user, kind, title, comments, metadata, newTags);
  }
}
