package org.wenshu.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wenshu.schema.Column;
import org.wenshu.schema.ForeignKey;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;
import org.wenshu.schema.ValueKind;

/** Reads out of the catalogue what can be asked about a table. Immutable. */
final class TopicReader {
  private static final int MOST_SHOWN = 3;
  private static final int MOST_VALUES = 20;
  private static final int LONGEST_VALUE = 20;
  private static final Set<String> CODES =
      Set.of("id", "no", "code", "year", "month", "type", "flag");

  private final SchemaSnapshot visible;
  private final TableOrder order;
  private final Words words;

  TopicReader(SchemaSnapshot visible, TableOrder order, Words words) {
    this.visible = visible;
    this.order = order;
    this.words = words;
  }

  Topic read(Table table) {
    Set<String> keys = keys(table);
    List<Column> free =
        table.columns().stream()
            .filter(c -> !keys.contains(c.name().toLowerCase(Locale.ROOT)))
            .toList();
    return new Topic(
        table.name(),
        words.noun(table),
        shown(table, free),
        filters(table, free),
        measures(table, free),
        table.columns().stream().anyMatch(c -> c.kind().isTemporal()),
        parents(table),
        order.referring(table).stream().map(words::noun).toList());
  }

  private static Set<String> keys(Table table) {
    Set<String> keys =
        table.foreignKeys().stream()
            .flatMap(k -> k.columns().stream())
            .map(c -> c.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    table.primaryKey().forEach(c -> keys.add(c.toLowerCase(Locale.ROOT)));
    return keys;
  }

  private List<String> shown(Table table, List<Column> free) {
    return free.stream()
        .filter(c -> c.kind() != ValueKind.BINARY && c.kind() != ValueKind.JSON)
        .filter(c -> !hasFewValues(c) && !isCode(c))
        .limit(MOST_SHOWN)
        .map(c -> words.label(table, c))
        .toList();
  }

  private static boolean hasFewValues(Column column) {
    List<String> values = column.sampleValues();
    return values.size() > 1
        && values.size() <= MOST_VALUES
        && values.get(0).length() <= LONGEST_VALUE;
  }

  /** States and kinds before names. */
  private List<Topic.Filter> filters(Table table, List<Column> free) {
    List<Column> few = free.stream().filter(TopicReader::hasFewValues).toList();
    return Stream.concat(
            few.stream().filter(c -> !isName(c)), few.stream().filter(TopicReader::isName))
        .map(c -> filter(table, c))
        .toList();
  }

  private static boolean isName(Column column) {
    return Words.spoken(column.name()).endsWith("name");
  }

  private Topic.Filter filter(Table table, Column column) {
    return new Topic.Filter(
        words.label(table, column), words.value(column, column.sampleValues().get(0)));
  }

  /** Amounts before counts. */
  private List<String> measures(Table table, List<Column> free) {
    List<Column> found = new ArrayList<>();
    for (ValueKind kind : List.of(ValueKind.DECIMAL, ValueKind.INTEGER)) {
      free.stream().filter(c -> c.kind() == kind && !isCode(c)).forEach(found::add);
    }
    return found.stream().map(c -> words.label(table, c)).toList();
  }

  private static boolean isCode(Column column) {
    String name = Words.spoken(column.name());
    return CODES.contains(name.substring(name.lastIndexOf(' ') + 1));
  }

  private List<String> parents(Table table) {
    return table.foreignKeys().stream()
        .map(ForeignKey::referencedTable)
        .filter(name -> !name.equalsIgnoreCase(table.name()))
        .distinct()
        .flatMap(name -> visible.table(name).stream())
        .map(words::noun)
        .toList();
  }
}
