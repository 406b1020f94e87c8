package org.wenshu.knowledge.store;

import java.util.Locale;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.CoreId;

/** Where rows are: in a collection, or in a core, which is stored like one. */
record Shelf(Kind kind, String owner, String name) {
  /** What rows are put together for. */
  enum Kind {
    COLLECTION,
    CORE;

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Shelf of(CollectionId collection) {
    return new Shelf(Kind.COLLECTION, collection.user(), collection.name());
  }

  static Shelf of(CoreId core) {
    return new Shelf(Kind.CORE, core.user(), core.id());
  }

  CollectionId collection() {
    return new CollectionId(owner, name);
  }
}
