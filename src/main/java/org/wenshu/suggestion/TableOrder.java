package org.wenshu.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wenshu.schema.ForeignKey;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/**
 * Which tables of a schema a newcomer would ask about first: those that others refer to, that have
 * comments and rows. Immutable, made once for a version of a schema.
 */
final class TableOrder {
  private static final int MOST_MAIN = 6;
  private static final int MOST_REFERRING = 3;
  private static final long MOST_ROWS = 10_000;

  private final Map<String, List<Table>> referring = new HashMap<>();
  private final List<Table> main;

  TableOrder(SchemaSnapshot visible) {
    for (Table table : visible.tables().values()) {
      table.foreignKeys().stream()
          .map(ForeignKey::referencedTable)
          .filter(name -> !name.equalsIgnoreCase(table.name()))
          .distinct()
          .forEach(
              name -> referring.computeIfAbsent(lower(name), n -> new ArrayList<>()).add(table));
    }
    main =
        visible.tables().values().stream()
            .sorted(Comparator.comparingInt(this::weight).reversed())
            .limit(MOST_MAIN)
            .toList();
  }

  /** The first to suggest, weightiest first; ties in name order. */
  List<Table> main() {
    return main;
  }

  /** Some of the tables that refer to this one. */
  List<Table> referring(Table table) {
    List<Table> all = referring.getOrDefault(lower(table.name()), List.of());
    return all.subList(0, Math.min(all.size(), MOST_REFERRING));
  }

  private int weight(Table table) {
    boolean joins = table.primaryKey().size() > 1;
    int references = referring.getOrDefault(lower(table.name()), List.of()).size();
    return 2 * Math.min(references, 5)
        + Math.min(table.foreignKeys().size(), 2)
        + (table.comment().isEmpty() ? 0 : 1)
        + (int) Math.log10(1.0 + Math.min(table.estimatedRows(), MOST_ROWS))
        - (joins ? 3 : 0);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
