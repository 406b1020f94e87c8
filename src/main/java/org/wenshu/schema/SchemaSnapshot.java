package org.wenshu.schema;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue at one moment. Immutable and shared by all questions until the next refresh.
 *
 * @param database the database being asked
 * @param version changes whenever the content does
 * @param scannedAt when the scan ended
 * @param tables by name, in name order
 */
public record SchemaSnapshot(
    String database, String version, Instant scannedAt, Map<String, Table> tables) {

  /** A snapshot of these tables; names must differ in more than letter case. */
  public static SchemaSnapshot of(
      String database, String version, Instant scannedAt, List<Table> tables) {
    Map<String, Table> byName = new LinkedHashMap<>();
    for (Table table : tables) {
      byName.put(table.name().toLowerCase(Locale.ROOT), table);
    }
    return new SchemaSnapshot(database, version, scannedAt, Collections.unmodifiableMap(byName));
  }

  /** The table of that name, in any letter case. */
  public Optional<Table> table(String name) {
    return Optional.ofNullable(tables.get(name.toLowerCase(Locale.ROOT)));
  }
}
