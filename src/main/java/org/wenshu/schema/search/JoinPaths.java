package org.wenshu.schema.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.wenshu.schema.ForeignKey;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/** The foreign keys of a schema as a graph that can be walked both ways. Immutable. */
final class JoinPaths {
  private static final int MAX_STEPS = 4;

  private final Map<String, Set<String>> neighbours = new HashMap<>();

  JoinPaths(SchemaSnapshot snapshot) {
    for (Table table : snapshot.tables().values()) {
      for (ForeignKey key : table.foreignKeys()) {
        connect(lower(table.name()), lower(key.referencedTable()));
      }
    }
  }

  private void connect(String table, String referenced) {
    neighbours.computeIfAbsent(table, t -> new LinkedHashSet<>()).add(referenced);
    neighbours.computeIfAbsent(referenced, t -> new LinkedHashSet<>()).add(table);
  }

  /**
   * The tables, in lower case, that have to be added so that each found table can be joined to
   * those before it, where a path of at most {@value #MAX_STEPS} steps exists; never more than the
   * limit. Paths to earlier tables are preferred when a later one does not fit any more.
   */
  Set<String> between(Collection<Table> found, int limit) {
    Set<String> joined = new LinkedHashSet<>();
    Set<String> added = new LinkedHashSet<>();
    Set<String> wanted = new LinkedHashSet<>();
    found.forEach(table -> wanted.add(lower(table.name())));
    for (String table : wanted) {
      for (String step : shortest(table, joined)) {
        joined.add(step);
        if (!wanted.contains(step) && added.size() < limit) {
          added.add(step);
        }
      }
      joined.add(table);
    }
    return added;
  }

  /** The tables, in lower case, that a foreign key connects with this one. */
  Set<String> neighbours(Table table) {
    return neighbours.getOrDefault(lower(table.name()), Set.of());
  }

  /** The tables strictly between the start and the nearest goal, by breadth first. */
  private List<String> shortest(String start, Set<String> goals) {
    Map<String, String> cameFrom = new HashMap<>(Map.of(start, start));
    Deque<String> frontier = new ArrayDeque<>(List.of(start));
    for (int steps = 0; steps < MAX_STEPS && !goals.isEmpty(); steps++) {
      for (int left = frontier.size(); left > 0; left--) {
        String table = frontier.remove();
        for (String next : neighbours.getOrDefault(table, Set.of())) {
          if (cameFrom.putIfAbsent(next, table) == null) {
            if (goals.contains(next)) {
              return walkBack(table, start, cameFrom);
            }
            frontier.add(next);
          }
        }
      }
    }
    return List.of();
  }

  private static List<String> walkBack(String end, String start, Map<String, String> cameFrom) {
    List<String> path = new ArrayList<>();
    for (String table = end; !table.equals(start); table = cameFrom.get(table)) {
      path.add(table);
    }
    return path;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
