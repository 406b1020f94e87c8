package org.wenshu.schema.details;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the database tells of a table and the catalogue lacks; filled while it is read, then left
 * alone.
 */
final class TableFacts {
  static final TableFacts NONE = new TableFacts("", "", 0, 0, Optional.empty(), Optional.empty());

  final String engine;
  final String charset;
  final long rows;
  final long dataLength;
  final Optional<Instant> createdAt;
  final Optional<Instant> updatedAt;
  private final Map<String, ColumnFacts> columns = new LinkedHashMap<>();
  private final Map<String, IndexDetails> indexes = new LinkedHashMap<>();
  private final Map<String, KeyFacts> keys = new LinkedHashMap<>();

  TableFacts(
      String engine,
      String charset,
      long rows,
      long dataLength,
      Optional<Instant> createdAt,
      Optional<Instant> updatedAt) {
    this.engine = engine;
    this.charset = charset;
    this.rows = rows;
    this.dataLength = dataLength;
    this.createdAt = createdAt;
    this.updatedAt = updatedAt;
  }

  /** The default is an expression when other columns may be named in it. */
  record ColumnFacts(
      String defaultValue,
      boolean expression,
      boolean autoIncrement,
      Optional<String> characterSet,
      Optional<String> collation) {
    static final ColumnFacts NONE =
        new ColumnFacts("", false, false, Optional.empty(), Optional.empty());
  }

  record KeyFacts(String name, List<String> columns, String onUpdate, String onDelete) {}

  void put(String column, ColumnFacts facts) {
    columns.put(column.toLowerCase(Locale.ROOT), facts);
  }

  ColumnFacts column(String name) {
    return columns.getOrDefault(name.toLowerCase(Locale.ROOT), ColumnFacts.NONE);
  }

  void addToIndex(String name, IndexDetails.Type type, boolean unique, String column) {
    IndexDetails before = indexes.get(name);
    List<String> all = new ArrayList<>(before == null ? List.of() : before.columns());
    all.add(column);
    indexes.put(name, new IndexDetails(name, type, all, unique));
  }

  List<IndexDetails> indexes() {
    return List.copyOf(indexes.values());
  }

  void addToKey(String name, String column) {
    keys.computeIfAbsent(name, n -> new KeyFacts(n, new ArrayList<>(), "", ""))
        .columns()
        .add(column);
  }

  void rules(String name, String onUpdate, String onDelete) {
    keys.computeIfPresent(name, (n, key) -> new KeyFacts(n, key.columns(), onUpdate, onDelete));
  }

  /** The foreign key on exactly these columns. */
  KeyFacts key(List<String> columnsOfKey) {
    return keys.values().stream()
        .filter(k -> k.columns().equals(columnsOfKey))
        .findFirst()
        .orElse(new KeyFacts("", List.of(), "", ""));
  }

  /** The columns of the foreign key of that name. */
  Optional<List<String>> keyNamed(String name) {
    return Optional.ofNullable(keys.get(name)).map(KeyFacts::columns);
  }
}
