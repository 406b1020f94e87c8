package org.wenshu.client.gateway;

import java.util.List;
import java.util.Optional;

/**
 * What is changed of a collection; what is absent stays as it is. Immutable: every method makes
 * another one.
 *
 * @param name the name for people
 * @param description what is in it
 * @param tags words to find it by
 */
public record CollectionUpdate(
    Optional<String> name, Optional<String> description, Optional<List<String>> tags) {
  /** Changes nothing, but makes the collection if there is none. */
  public static CollectionUpdate none() {
    return new CollectionUpdate(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same with this name. */
  public CollectionUpdate name(String newName) {
    return new CollectionUpdate(Optional.of(newName), description, tags);
  }

  /** The same with this description. */
  public CollectionUpdate description(String newDescription) {
    return new CollectionUpdate(name, Optional.of(newDescription), tags);
  }

  /** The same with these tags. */
  public CollectionUpdate tags(List<String> newTags) {
    return new CollectionUpdate(name, description, Optional.of(List.copyOf(newTags)));
  }
}
