package org.wenshu.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenshu.sql.tree.Name;
import org.wenshu.sql.tree.TableReference;
import org.wenshu.sql.tree.TableReference.Derived;
import org.wenshu.sql.tree.TableReference.Join;
import org.wenshu.sql.tree.TableReference.JsonTable;
import org.wenshu.sql.tree.TableReference.Named;

/** Walks FROM clauses from left to right, and finds what relates their parts. */
final class FromAnalysis {
  private final Analysis analysis;
  private final QueryAnalysis queries;
  private final ExpressionAnalysis expressions;
  private final JoinPredicates predicates;

  FromAnalysis(Analysis analysis, QueryAnalysis queries, ExpressionAnalysis expressions) {
    this.analysis = analysis;
    this.queries = queries;
    this.expressions = expressions;
    this.predicates = new JoinPredicates(analysis.resolved());
  }

  void references(List<TableReference> references, Scope scope) {
    references.forEach(r -> reference(r, scope));
  }

  private void reference(TableReference reference, Scope scope) {
    if (reference instanceof Named named) {
      named(named, scope);
    } else if (reference instanceof Derived derived) {
      derived(derived, scope);
    } else if (reference instanceof JsonTable table) {
      jsonTable(table, scope);
    } else if (reference instanceof Join join) {
      join(join, scope);
    } else if (reference instanceof TableReference.Parenthesised parenthesised) {
      references(parenthesised.references(), scope);
    }
  }

  private void named(Named named, Scope scope) {
    String alias = named.alias().orElse(named.name()).text();
    analysis.countReference(named.name().position());
    Optional<CommonTables.Entry> common =
        named.schema().isEmpty()
            ? scope.commonTables().find(named.name().text())
            : Optional.empty();
    if (common.isPresent()) {
      analysis.countUnknownSize();
      scope.add(Relation.ofCommonTable(alias, common.get()));
      return;
    }
    Optional<PermittedTable> table =
        scope.commonTables().holdsAlike(named.name().text())
            ? Optional.empty()
            : analysis.find(named);
    if (table.isEmpty()) {
      refuseTable(named);
      return;
    }
    scope.add(Relation.ofTable(alias, table.get(), named));
  }

  private void refuseTable(Named named) {
    Name first = named.schema().orElse(named.name());
    String written = named.schema().map(s -> s.text() + '.').orElse("") + named.name().text();
    analysis.findings().refuse(GuardRule.TABLE, first.position(), Wordings.unknownTable(written));
  }

  /** Only a lateral query sees its neighbours; what it names of them relates it to them. */
  private void derived(Derived derived, Scope scope) {
    analysis.countReference(derived.alias().position());
    scope.takeSeenFromInside();
    Optional<Scope> outer = derived.lateral() ? Optional.of(scope) : scope.outer();
    Shape shape =
        queries
            .query(derived.query(), outer, scope.commonTables())
            .named(QueryAnalysis.texts(derived.columns()));
    List<Relation> related = new ArrayList<>(scope.takeSeenFromInside());
    Relation relation = Relation.ofShape(derived.alias().text(), shape);
    scope.add(relation);
    related.add(relation);
    scope.joins().connect(related);
  }

  private void jsonTable(JsonTable table, Scope scope) {
    analysis.countReference(table.position());
    analysis.countUnknownSize();
    expressions.walk(table.document(), scope, "JSON_TABLE argument");
    List<Relation> related = new ArrayList<>(predicates.relations(table.document()));
    List<String> columns = table.columns().stream().map(c -> c.name().text()).toList();
    Relation relation = Relation.ofShape(table.alias().text(), new Shape(columns, Set.of(), false));
    scope.add(relation);
    related.add(relation);
    scope.joins().connect(related);
  }

  private void join(Join join, Scope scope) {
    int before = scope.relations().size();
    reference(join.left(), scope);
    int between = scope.relations().size();
    reference(join.right(), scope);
    List<Relation> left = List.copyOf(scope.relations().subList(before, between));
    List<Relation> right =
        List.copyOf(scope.relations().subList(between, scope.relations().size()));
    if (join.natural()) {
      natural(join, left, right, scope);
    }
    join.using().forEach(column -> using(column, left, right, scope));
    join.on()
        .ifPresent(
            on -> {
              expressions.walk(on, scope, "on clause");
              predicates.connect(on, scope.joins());
            });
  }

  /** Compares every column that both sides have, the hidden ones included. */
  private void natural(Join join, List<Relation> left, List<Relation> right, Scope scope) {
    for (Relation one : left) {
      for (Relation other : right) {
        if (one.sharesHiddenColumn(other)) {
          hidden(one, other, join);
        }
        if (one.sharesMaskedColumn(other)) {
          analysis.findings().refuse(GuardRule.MASK, position(join), Wordings.NAME_COLUMNS);
        }
        if (one.sharesColumn(other)) {
          scope.joins().connect(List.of(one, other));
        }
      }
    }
  }

  private void hidden(Relation one, Relation other, Join join) {
    if (!analysis.mayNarrow()) {
      analysis.findings().refuse(GuardRule.JOIN, position(join), Wordings.NAME_COLUMNS);
    }
    analysis.narrow(one);
    analysis.narrow(other);
  }

  private static int position(TableReference reference) {
    if (reference instanceof Join join) {
      return position(join.left());
    }
    return reference instanceof Named named ? named.name().position() : -1;
  }

  private void using(Name column, List<Relation> left, List<Relation> right, Scope scope) {
    List<Relation> related = new ArrayList<>();
    boolean shown = true;
    for (List<Relation> side : List.of(left, right)) {
      side.stream().filter(r -> r.shows(column.text())).forEach(related::add);
      shown &= side.stream().anyMatch(r -> r.shows(column.text()));
      shown &= side.stream().noneMatch(r -> r.hides(column.text()));
    }
    if (related.stream().anyMatch(r -> r.masks(column.text()))) {
      analysis.findings().refuse(GuardRule.MASK, column.position(), Wordings.masked(column.text()));
    }
    if (!shown) {
      analysis
          .findings()
          .refuse(
              GuardRule.COLUMN,
              column.position(),
              Wordings.unknownColumn(List.of(column), "from clause"));
    }
    scope.joins().connect(related);
  }
}
