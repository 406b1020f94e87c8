package org.wenshu.knowledge;

import java.util.Optional;

/** Which collections are meant: those of one user, of one name, both, or all. */
public record Scope(Optional<String> user, Optional<String> name) {
  /** Everything. */
  public static Scope all() {
    return new Scope(Optional.empty(), Optional.empty());
  }

  /** One collection. */
  public static Scope of(CollectionId collection) {
    return new Scope(Optional.of(collection.user()), Optional.of(collection.name()));
  }
}
