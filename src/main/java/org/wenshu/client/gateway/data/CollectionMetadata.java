package org.wenshu.client.gateway.data;

import java.util.List;

/**
 * What is known of a collection.
 *
 * @param user whose it is
 * @param collection its id
 * @param name its name for people
 * @param description may be empty
 * @param tags words to find it by
 */
public record CollectionMetadata(
    String user, String collection, String name, String description, List<String> tags) {
  /** Metadata, copied. */
  public CollectionMetadata {
    tags = List.copyOf(tags);
  }
}
