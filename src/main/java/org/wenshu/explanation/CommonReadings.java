package org.wenshu.explanation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wenshu.sql.tree.Name;
import org.wenshu.sql.tree.Query;

/** The common tables that can be named at some place of a statement. Immutable. */
final class CommonReadings {
  static final CommonReadings NONE = new CommonReadings(Map.of());

  private record Common(Name name, Optional<Reading> reading, List<String> columns) {}

  private final Map<String, Common> byName;

  private CommonReadings(Map<String, Common> byName) {
    this.byName = byName;
  }

  CommonReadings with(Query.CommonTable table, Reading reading) {
    return with(table, Optional.of(reading));
  }

  /** Within its own query a recursive table has a name, but nothing to look up. */
  CommonReadings withUnread(Query.CommonTable table) {
    return with(table, Optional.empty());
  }

  private CommonReadings with(Query.CommonTable table, Optional<Reading> reading) {
    Map<String, Common> names = new HashMap<>(byName);
    List<String> columns = table.columns().stream().map(Name::text).toList();
    names.put(lower(table.name().text()), new Common(table.name(), reading, columns));
    return new CommonReadings(names);
  }

  Optional<Source> source(String name, String alias) {
    return Optional.ofNullable(byName.get(lower(name))).map(c -> source(c, alias));
  }

  private static Source source(Common common, String alias) {
    String name = common.name().text();
    return common
        .reading()
        .map(r -> Source.derived(alias, name, r, common.columns()))
        .orElseGet(() -> Source.unread(alias, name));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
