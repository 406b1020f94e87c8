package org.wenshu.schema.details;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wenshu.schema.Column;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/** What connects the tables of a schema, seen from each of them. Immutable once made. */
final class Relationships {
  private final CatalogueFacts facts;
  private final Map<String, List<Relationship>> byTable = new HashMap<>();

  private Relationships(CatalogueFacts facts) {
    this.facts = facts;
  }

  Relationships(SchemaSnapshot visible, CatalogueFacts facts) {
    this(facts);
    References references = new References(visible, facts);
    for (Table table : visible.tables().values()) {
      List<Reference> held = references.of(table);
      held.forEach(this::addBothWays);
      addManyToMany(table, held);
    }
  }

  static Relationships none() {
    return new Relationships(CatalogueFacts.NONE);
  }

  /** Those of one table, declared before guessed. */
  List<Relationship> of(Table table) {
    List<Relationship> found = new ArrayList<>(byTable.getOrDefault(key(table), List.of()));
    found.sort((a, b) -> Boolean.compare(a.inferred(), b.inferred()));
    return found;
  }

  private void addBothWays(Reference reference) {
    boolean unique = isUnique(reference.table(), reference.columns());
    add(reference, unique ? Relationship.Type.ONE_TO_ONE : Relationship.Type.MANY_TO_ONE);
    add(reference.turned(), unique ? Relationship.Type.ONE_TO_ONE : Relationship.Type.ONE_TO_MANY);
  }

  private void add(Reference seen, Relationship.Type type) {
    Relationship relationship =
        new Relationship(
            type,
            seen.table().name(),
            String.join(",", seen.columns()),
            seen.target().name(),
            String.join(",", seen.targetColumns()),
            seen.key(),
            seen.inferred());
    List<Relationship> known = byTable.computeIfAbsent(key(seen.table()), t -> new ArrayList<>());
    if (!known.contains(relationship)) {
      known.add(relationship);
    }
  }

  private void addManyToMany(Table between, List<Reference> held) {
    if (held.size() != 2 || !joinsOnly(between, held)) {
      return;
    }
    Reference one = held.get(0);
    Reference other = held.get(1);
    boolean inferred = one.inferred() || other.inferred();
    Reference across =
        new Reference(
            one.target(),
            one.targetColumns(),
            other.target(),
            other.targetColumns(),
            between.name(),
            inferred);
    add(across, Relationship.Type.MANY_TO_MANY);
    add(across.turned(), Relationship.Type.MANY_TO_MANY);
  }

  /** Whether a row of the table is no more than a pair of rows of others. */
  private boolean joinsOnly(Table table, List<Reference> held) {
    List<String> pair = new ArrayList<>(held.get(0).columns());
    pair.addAll(held.get(1).columns());
    boolean toItself = held.stream().anyMatch(r -> key(r.target()).equals(key(table)));
    return !toItself && (isUnique(table, pair) || hasNothingElse(table, lower(pair)));
  }

  private static boolean hasNothingElse(Table table, Set<String> pair) {
    Set<String> primary = lower(table.primaryKey());
    return table.columns().stream()
        .filter(c -> !c.kind().isTemporal())
        .map(c -> c.name().toLowerCase(Locale.ROOT))
        .allMatch(name -> pair.contains(name) || primary.contains(name));
  }

  private boolean isUnique(Table table, List<String> columns) {
    Set<String> wanted = lower(columns);
    boolean single = columns.size() == 1;
    return lower(table.primaryKey()).equals(wanted)
        || (single
            && table.column(columns.get(0)).filter(c -> c.key() == Column.Key.UNIQUE).isPresent())
        || facts.table(table.name()).indexes().stream()
            .anyMatch(i -> i.unique() && lower(i.columns()).equals(wanted));
  }

  private static Set<String> lower(List<String> names) {
    return names.stream()
        .map(n -> n.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String key(Table table) {
    return table.name().toLowerCase(Locale.ROOT);
  }
}
