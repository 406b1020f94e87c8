package org.wenshu.knowledge.library;

import java.util.List;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.Triple;

/** A text on its way into a collection, and what is said of it. */
public record LoadedText(String id, String text, CollectionId collection, List<Triple> metadata) {
  /** Longer ids leave no room for the numbers of the pieces. */
  public static final int MAX_ID = 240;

  /** Copies the list. */
  public LoadedText {
    metadata = List.copyOf(metadata);
  }
}
