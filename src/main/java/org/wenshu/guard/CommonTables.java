package org.wenshu.guard;

import java.util.Optional;

/** The common tables in sight at one place of a statement. Immutable; inner ones come first. */
final class CommonTables {
  static final CommonTables NONE = new CommonTables(null, null);

  private final Entry entry;
  private final CommonTables outer;

  private CommonTables(Entry entry, CommonTables outer) {
    this.entry = entry;
    this.outer = outer;
  }

  CommonTables with(Entry inner) {
    return new CommonTables(inner, this);
  }

  /** The innermost table of exactly that name; servers differ in what letter case means. */
  Optional<Entry> find(String name) {
    for (CommonTables at = this; at.entry != null; at = at.outer) {
      if (at.entry.name.equals(name)) {
        at.entry.used = true;
        return Optional.of(at.entry);
      }
    }
    return Optional.empty();
  }

  /** Whether a table of that name in another letter case is in sight. */
  boolean holdsAlike(String name) {
    return entry != null && (entry.name.equalsIgnoreCase(name) || outer.holdsAlike(name));
  }

  /** One common table. */
  static final class Entry {
    private final String name;
    private final Shape shape;
    private boolean used;

    Entry(String name, Shape shape) {
      this.name = name;
      this.shape = shape;
    }

    Shape shape() {
      return shape;
    }

    /** Whether anything has read it so far. */
    boolean used() {
      return used;
    }
  }
}
