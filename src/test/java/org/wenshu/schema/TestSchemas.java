package org.wenshu.schema;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Builds tables and snapshots for tests with few words. */
public final class TestSchemas {
  private TestSchemas() {}

  /** A snapshot of these tables, with the version their content gives. */
  public static SchemaSnapshot snapshot(Table... tables) {
    List<Table> list = List.of(tables);
    return SchemaSnapshot.of("shop", ContentHash.of(list), Instant.EPOCH, list);
  }

  /** A table without comment or keys, of columns that are all text. */
  public static Table table(String name, String... columns) {
    return table(name, "", List.of(), columns);
  }

  /** A table with a comment. */
  public static Table commented(String name, String comment, String... columns) {
    return table(name, comment, List.of(), columns);
  }

  /** A table with an {@code id} that holds a {@code <table>_id} for each table referred to. */
  public static Table referring(String name, String... referenced) {
    List<ForeignKey> keys =
        Arrays.stream(referenced)
            .map(r -> new ForeignKey(name, List.of(r + "_id"), r, List.of("id")))
            .toList();
    return table(
        name, "", keys, Arrays.stream(referenced).map(r -> r + "_id").toArray(String[]::new));
  }

  /** A text column with stored values. */
  public static Column column(String name, int position, String comment, String... values) {
    return new Column(
        name, position, "varchar", "varchar(40)", true, comment, Column.Key.NONE, List.of(values));
  }

  private static Table table(
      String name, String comment, List<ForeignKey> keys, String... columns) {
    Column[] all = new Column[columns.length];
    for (int i = 0; i < columns.length; i++) {
      all[i] = column(columns[i], i + 1, "");
    }
    return new Table(name, false, comment, List.of(all), List.of(), keys, 10);
  }
}
