package org.wenshu.schema.details;

import java.util.Locale;
import java.util.Map;

/**
 * What the database told at one moment, by table name in lower case. Not changed any more, and so
 * shared by threads.
 */
final class CatalogueFacts {
  static final CatalogueFacts NONE = new CatalogueFacts(Map.of());

  private final Map<String, TableFacts> tables;

  CatalogueFacts(Map<String, TableFacts> tables) {
    this.tables = Map.copyOf(tables);
  }

  TableFacts table(String name) {
    return tables.getOrDefault(name.toLowerCase(Locale.ROOT), TableFacts.NONE);
  }
}
