package org.wenshu.knowledge;

import java.util.List;

/** What is known of a collection. */
public record CollectionInfo(CollectionId id, String name, String description, List<String> tags) {
  /** Copies the list. */
  public CollectionInfo {
    tags = List.copyOf(tags);
  }
}
