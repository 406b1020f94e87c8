package org.wenshu.guard;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wenshu.sql.tree.Expression.Column;
import org.wenshu.sql.tree.Name;
import org.wenshu.sql.tree.Select;
import org.wenshu.sql.tree.TableReference;
import org.wenshu.sql.tree.TableReference.Derived;
import org.wenshu.sql.tree.TableReference.Named;
import org.wenshu.sql.tree.TreeWriting;

/** What is learnt of one statement while its tree is walked. Confined to one judgement. */
final class Analysis implements TreeWriting {
  private final Tables schema;
  private final GuardLimits limits;
  private final Findings findings;
  private final Set<String> tables = new TreeSet<>();
  private final boolean qualifying;
  private final IdentityHashMap<Named, TableReference> corrections = new IdentityHashMap<>();
  private final IdentityHashMap<Column, Relation> resolved = new IdentityHashMap<>();
  private final IdentityHashMap<Select, Scope> scopes = new IdentityHashMap<>();
  private double mostCombinations = 1;
  private boolean replaces;
  private int references;
  private int freeJoins;

  /**
   * An analysis of one statement.
   *
   * @param qualifying whether to write the database before the names of tables
   */
  Analysis(Tables schema, GuardLimits limits, Findings findings, boolean qualifying) {
    this.schema = schema;
    this.limits = limits;
    this.findings = findings;
    this.qualifying = qualifying;
  }

  Findings findings() {
    return findings;
  }

  GuardLimits limits() {
    return limits;
  }

  /** Something of a size that nobody knows is read. */
  void countUnknownSize() {
    mostCombinations = Double.POSITIVE_INFINITY;
  }

  /** The product of the sizes of all tables the statement names, as often as it names them. */
  double mostCombinations() {
    return mostCombinations;
  }

  /** The tables that the statement reads, as catalogued. */
  Set<String> tables() {
    return tables;
  }

  IdentityHashMap<Column, Relation> resolved() {
    return resolved;
  }

  IdentityHashMap<Select, Scope> scopes() {
    return scopes;
  }

  /** As the catalogue spells it, or the query that takes its place. */
  @Override
  public TableReference table(Named reference) {
    return corrections.getOrDefault(reference, reference);
  }

  /** A query in the place of a table does not have its database. */
  @Override
  public List<Name> column(List<Name> path) {
    boolean drop = (qualifying || replaces) && !path.isEmpty() && isDatabase(path.get(0));
    return drop && path.size() > 1 ? path.subList(path.size() - 2, path.size()) : path;
  }

  /** Whether a query takes the place of any table. */
  boolean replacesTables() {
    return replaces;
  }

  /** The catalogued table of a reference, unless there is none or the caller may not see it. */
  Optional<PermittedTable> find(Named reference) {
    if (reference.schema().filter(s -> !s.text().equals(schema.database())).isPresent()) {
      return Optional.empty();
    }
    Optional<PermittedTable> table = schema.table(reference.name().text());
    table.ifPresent(t -> note(reference, t));
    return table;
  }

  boolean mayNarrow() {
    return schema.narrowsStars();
  }

  /** Puts the permitted columns in the place of a table, for what would name the hidden ones. */
  void narrow(Relation relation) {
    relation
        .reference()
        .ifPresent(r -> schema.table(r.name().text()).ifPresent(t -> replace(r, t)));
  }

  boolean isDatabase(Name name) {
    return name.text().toLowerCase(Locale.ROOT).equals(schema.database().toLowerCase(Locale.ROOT));
  }

  /** Counts one more reference to something in a FROM clause. */
  void countReference(int position) {
    references++;
    if (references > limits.maxTables()) {
      findings.refuse(GuardRule.TABLE_COUNT, position);
    }
  }

  /** Counts the joins without a predicate of one SELECT. */
  void countFreeJoins(int joins, int position) {
    freeJoins += joins;
    if (freeJoins > limits.maxFreeJoins()) {
      findings.refuse(GuardRule.JOIN, position);
    }
  }

  private void note(Named reference, PermittedTable permitted) {
    String name = permitted.table().name();
    tables.add(name);
    mostCombinations *= size(permitted);
    if (permitted.always()) {
      replace(reference, permitted);
      return;
    }
    Name written = reference.name();
    boolean renamed = !written.text().equals(name);
    if (renamed || qualifying) {
      corrections.put(
          reference,
          new Named(
              qualifying ? Optional.of(new Name(schema.database(), 0)) : reference.schema(),
              new Name(name, written.position()),
              renamed ? Optional.of(alias(reference)) : reference.alias(),
              reference.hints()));
    }
  }

  /** Twice what the server last estimated; what stands behind a view is not known. */
  private static double size(PermittedTable permitted) {
    return permitted.table().view()
        ? Double.POSITIVE_INFINITY
        : 2.0 * Math.max(1, permitted.table().estimatedRows());
  }

  private void replace(Named reference, PermittedTable permitted) {
    permitted
        .rows()
        .ifPresent(
            rows -> {
              replaces = true;
              corrections.put(reference, new Derived(false, rows, alias(reference), List.of()));
            });
  }

  private static Name alias(Named reference) {
    return reference.alias().orElse(reference.name());
  }
}
