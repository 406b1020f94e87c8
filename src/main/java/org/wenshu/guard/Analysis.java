package org.wenshu.guard;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;
import org.wenshu.sql.tree.Expression.Column;
import org.wenshu.sql.tree.Name;
import org.wenshu.sql.tree.Select;
import org.wenshu.sql.tree.TableReference.Named;

/** What is learnt of one statement while its tree is walked. Confined to one judgement. */
final class Analysis {
  private final SchemaSnapshot schema;
  private final GuardPolicy policy;
  private final Findings findings;
  private final Set<String> tables = new TreeSet<>();
  private final IdentityHashMap<Named, Named> corrections = new IdentityHashMap<>();
  private final IdentityHashMap<Column, Relation> resolved = new IdentityHashMap<>();
  private final IdentityHashMap<Select, Scope> scopes = new IdentityHashMap<>();
  private int references;
  private int freeJoins;

  Analysis(SchemaSnapshot schema, GuardPolicy policy, Findings findings) {
    this.schema = schema;
    this.policy = policy;
    this.findings = findings;
  }

  Findings findings() {
    return findings;
  }

  GuardLimits limits() {
    return policy.limits();
  }

  GuardPolicy policy() {
    return policy;
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

  /** The reference as the catalogue spells it, under the name the statement gives it. */
  Named corrected(Named reference) {
    return corrections.getOrDefault(reference, reference);
  }

  /** The catalogued table of a reference, unless there is none or the caller may not see it. */
  Optional<Table> table(Named reference) {
    if (reference.schema().filter(s -> !s.text().equals(schema.database())).isPresent()) {
      return Optional.empty();
    }
    Optional<Table> table =
        schema.table(reference.name().text()).filter(t -> policy.permits(t.name()));
    table.ifPresent(t -> note(reference, t));
    return table;
  }

  boolean isDatabase(Name name) {
    return name.text().toLowerCase(Locale.ROOT).equals(schema.database().toLowerCase(Locale.ROOT));
  }

  /** Counts one more reference to something in a FROM clause. */
  void countReference(int position) {
    references++;
    if (references > limits().maxTables()) {
      findings.refuse(GuardRule.TABLE_COUNT, position);
    }
  }

  /** Counts the joins without a predicate of one SELECT. */
  void countFreeJoins(int joins, int position) {
    freeJoins += joins;
    if (freeJoins > limits().maxFreeJoins()) {
      findings.refuse(GuardRule.JOIN, position);
    }
  }

  private void note(Named reference, Table table) {
    tables.add(table.name());
    Name written = reference.name();
    if (!written.text().equals(table.name())) {
      corrections.put(
          reference,
          new Named(
              reference.schema(),
              new Name(table.name(), written.position()),
              Optional.of(reference.alias().orElse(written)),
              reference.hints()));
    }
  }
}
