package org.wenshu.generation.grammar.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.wenshu.schema.Column;
import org.wenshu.schema.ForeignKey;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/**
 * How tables hang together: along declared foreign keys, and along columns named like another
 * table's key where none is declared. Immutable.
 */
public final class JoinGraph {
  private static final int MOST_HOPS = 5;
  private final Map<String, List<Step>> steps = new HashMap<>();

  /** The graph of a schema. */
  public JoinGraph(SchemaSnapshot snapshot) {
    for (Table table : snapshot.tables().values()) {
      inColumnOrder(table).forEach(key -> add(snapshot, table, key));
    }
    for (Table table : snapshot.tables().values()) {
      table.columns().forEach(column -> inferByTableName(snapshot, table, column));
      table.columns().forEach(column -> infer(snapshot, table, column));
    }
  }

  /**
   * One hop between two tables.
   *
   * @param single whether every row of {@code from} has at most one partner
   */
  public record Step(
      Table from, List<String> columns, Table to, List<String> toColumns, boolean single) {}

  /**
   * Of two keys to the same table the one whose column comes first is the plainer: a friendship is
   * first of all somebody's, then with somebody.
   */
  private static List<ForeignKey> inColumnOrder(Table table) {
    return table.foreignKeys().stream()
        .sorted(
            Comparator.comparingInt(
                key -> table.column(key.columns().get(0)).map(Column::position).orElse(0)))
        .toList();
  }

  private void add(SchemaSnapshot snapshot, Table table, ForeignKey key) {
    Optional<Table> target = snapshot.table(key.referencedTable());
    if (target.isPresent()) {
      Table to = target.orElseThrow();
      stepsOf(table).add(new Step(table, key.columns(), to, key.referencedColumns(), true));
      boolean unique = isUnique(table, key.columns());
      stepsOf(to).add(new Step(to, key.referencedColumns(), table, key.columns(), unique));
    }
  }

  private static boolean isUnique(Table table, List<String> columns) {
    if (sameNames(table.primaryKey(), columns)) {
      return true;
    }
    return columns.size() == 1
        && table.column(columns.get(0)).map(c -> c.key() == Column.Key.UNIQUE).orElse(false);
  }

  private static boolean sameNames(List<String> some, List<String> others) {
    return some.size() == others.size()
        && some.stream().allMatch(s -> others.stream().anyMatch(s::equalsIgnoreCase));
  }

  private void infer(SchemaSnapshot snapshot, Table table, Column column) {
    String name = column.name().toLowerCase(Locale.ROOT);
    boolean known =
        stepsOf(table).stream()
            .anyMatch(s -> s.columns().stream().anyMatch(column.name()::equalsIgnoreCase));
    if (known || !name.endsWith("id") || isUnique(table, List.of(column.name()))) {
      return;
    }
    for (Table other : snapshot.tables().values()) {
      if (!other.name().equals(table.name())
          && other.primaryKey().size() == 1
          && keyOf(other, name)) {
        String key = other.primaryKey().get(0);
        stepsOf(table).add(new Step(table, List.of(column.name()), other, List.of(key), true));
        stepsOf(other).add(new Step(other, List.of(key), table, List.of(column.name()), false));
        return;
      }
    }
  }

  /** A column named like a table, of the kind of that table's key: Airline for airlines. */
  private void inferByTableName(SchemaSnapshot snapshot, Table table, Column column) {
    boolean known =
        stepsOf(table).stream()
            .anyMatch(s -> s.columns().stream().anyMatch(column.name()::equalsIgnoreCase));
    for (Table other : snapshot.tables().values()) {
      boolean named = singular(other.name()).equalsIgnoreCase(column.name());
      if (!known && named && !other.name().equals(table.name()) && other.primaryKey().size() == 1) {
        Column key = other.column(other.primaryKey().get(0)).orElseThrow();
        if (key.kind().isNumeric() && column.kind().isNumeric()) {
          stepsOf(table)
              .add(new Step(table, List.of(column.name()), other, List.of(key.name()), true));
          stepsOf(other)
              .add(new Step(other, List.of(key.name()), table, List.of(column.name()), false));
        }
      }
    }
  }

  private static String singular(String name) {
    if (name.endsWith("ies")) {
      return name.substring(0, name.length() - 3) + "y";
    }
    return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }

  private static boolean keyOf(Table table, String column) {
    String key = table.primaryKey().get(0).toLowerCase(Locale.ROOT);
    String name = table.name().toLowerCase(Locale.ROOT);
    String single = singular(name);
    return key.equals("id")
        ? column.equals(single + "_id")
            || column.equals(name + "_id")
            || column.equals(single + "id")
        : key.equals(column);
  }

  private List<Step> stepsOf(Table table) {
    return steps.computeIfAbsent(table.name(), t -> new ArrayList<>());
  }

  /** The hops from a table. */
  public List<Step> from(Table table) {
    return steps.getOrDefault(table.name(), List.of());
  }

  /**
   * The shortest way on which every row keeps a single partner; empty list from a table to itself.
   */
  public Optional<List<Step>> single(Table from, Table to) {
    return shortest(from, to, Step::single);
  }

  /** The shortest way in any direction. */
  public Optional<List<Step>> any(Table from, Table to) {
    return shortest(from, to, step -> true);
  }

  /**
   * Whether measures of a table can be told apart by rows of another: not when the way first leads
   * up to something they share and then down again.
   */
  public boolean measures(Table from, Table to) {
    List<Step> way = any(from, to).orElse(null);
    if (way == null) {
      return false;
    }
    boolean down = way.stream().anyMatch(s -> !s.single());
    return !down || !way.get(0).single();
  }

  private Optional<List<Step>> shortest(Table from, Table to, Predicate<Step> allowed) {
    Map<String, List<Step>> ways = new HashMap<>();
    ways.put(from.name(), List.of());
    Deque<Table> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      Table table = next.remove();
      List<Step> way = ways.get(table.name());
      if (table.name().equals(to.name())) {
        return Optional.of(way);
      }
      for (Step step : from(table)) {
        if (way.size() < MOST_HOPS && allowed.test(step) && !ways.containsKey(step.to().name())) {
          List<Step> longer = new ArrayList<>(way);
          longer.add(step);
          ways.put(step.to().name(), longer);
          next.add(step.to());
        }
      }
    }
    return Optional.empty();
  }
}
