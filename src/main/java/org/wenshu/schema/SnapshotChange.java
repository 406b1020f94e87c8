package org.wenshu.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What differs between two snapshots, by table name.
 *
 * @param snapshot the later one
 * @param added tables only the later one has
 * @param removed tables only the earlier one has
 * @param changed tables both have, with different content
 */
record SnapshotChange(
    SchemaSnapshot snapshot, List<String> added, List<String> removed, List<String> changed) {
  private static final int NAMED = 5;

  static SnapshotChange between(Optional<SchemaSnapshot> earlier, SchemaSnapshot later) {
    Map<String, Table> before = earlier.map(SchemaSnapshot::tables).orElse(Map.of());
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    later
        .tables()
        .forEach(
            (key, table) -> {
              if (!before.containsKey(key)) {
                added.add(table.name());
              } else if (!ContentHash.of(before.get(key)).equals(ContentHash.of(table))) {
                changed.add(table.name());
              }
            });
    List<String> removed =
        before.entrySet().stream()
            .filter(entry -> !later.tables().containsKey(entry.getKey()))
            .map(entry -> entry.getValue().name())
            .toList();
    return new SnapshotChange(later, added, removed, changed);
  }

  /** One line for the log. */
  @Override
  public String toString() {
    return "Scanned %s: %d tables; added %s, removed %s, changed %s"
        .formatted(
            snapshot.database(),
            snapshot.tables().size(),
            brief(added),
            brief(removed),
            brief(changed));
  }

  private static String brief(List<String> names) {
    if (names.size() <= NAMED) {
      return names.toString();
    }
    return names.size() + " " + names.subList(0, NAMED) + "…";
  }
}
