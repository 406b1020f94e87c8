package org.wenshu.knowledge.library;

import java.util.List;

/**
 * A document that was given to a flow.
 *
 * @param time seconds of the epoch, as its owner says
 * @param collection where what is made of it goes
 */
public record Processing(
    String owner,
    String id,
    String document,
    long time,
    String flow,
    String collection,
    List<String> tags) {
  /** Copies the list. */
  public Processing {
    tags = List.copyOf(tags);
  }
}
