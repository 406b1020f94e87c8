package org.wenshu.values;

import java.util.List;

/** A column as a statement names it, quotes removed; the qualifier may be empty. */
record ColumnReference(List<String> qualifier, String name) {
  ColumnReference {
    qualifier = List.copyOf(qualifier);
  }
}
