package org.wenshu.conversation.subject;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The common tables that a query can name. Immutable. */
final class CommonRows {
  static final CommonRows NONE = new CommonRows(Map.of());

  private final Map<String, RowSource> byName;

  private CommonRows(Map<String, RowSource> byName) {
    this.byName = byName;
  }

  /** These and one more, which hides an older one of the same name. */
  CommonRows with(String name, RowSource rows) {
    Map<String, RowSource> more = new HashMap<>(byName);
    more.put(name.toLowerCase(Locale.ROOT), rows);
    return new CommonRows(more);
  }

  Optional<RowSource> find(String name) {
    return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
  }
}
