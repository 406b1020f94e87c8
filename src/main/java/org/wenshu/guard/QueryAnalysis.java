package org.wenshu.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenshu.sql.tree.Name;
import org.wenshu.sql.tree.Query;
import org.wenshu.sql.tree.Query.Body;
import org.wenshu.sql.tree.Query.CommonTable;
import org.wenshu.sql.tree.Query.SetOperation;
import org.wenshu.sql.tree.Select;

/** Walks queries: which common tables are in sight where, and what each query yields. */
final class QueryAnalysis {
  private final Analysis analysis;
  private final SelectAnalysis selects;
  private final RecursionRule recursion;

  QueryAnalysis(Analysis analysis) {
    this.analysis = analysis;
    this.selects = new SelectAnalysis(analysis, this);
    this.recursion = new RecursionRule(analysis);
  }

  /** Walks a query that can name the columns of {@code outer}. */
  Shape query(Query query, Optional<Scope> outer, CommonTables commonTables) {
    CommonTables inSight = with(query.with(), outer, commonTables);
    Shape shape = body(query.body(), outer, inSight);
    order(query, shape, outer, inSight);
    boolean oneRow = shape.oneRow() || query.limit().filter(l -> l.count().equals("1")).isPresent();
    return new Shape(shape.columns(), shape.masked(), oneRow);
  }

  private Shape body(Body body, Optional<Scope> outer, CommonTables commonTables) {
    if (body instanceof Select select) {
      return selects.select(select, new Scope(outer, commonTables));
    }
    if (body instanceof Query.Parenthesised parenthesised) {
      return query(parenthesised.query(), outer, commonTables);
    }
    List<Body> parts = ((SetOperation) body).parts();
    Shape first = body(parts.get(0), outer, commonTables);
    Set<Integer> masked = new HashSet<>(first.masked());
    parts.stream().skip(1).forEach(p -> masked.addAll(body(p, outer, commonTables).masked()));
    return new Shape(first.columns(), masked, false);
  }

  /** A SELECT sorts by its columns and labels, anything else by its labels alone. */
  private void order(Query query, Shape shape, Optional<Scope> outer, CommonTables inSight) {
    if (query.orderBy().isEmpty()) {
      return;
    }
    Scope scope =
        query.body() instanceof Select select
            ? analysis.scopes().get(select)
            : new Scope(outer, inSight);
    scope.showAliases(shape);
    selects.orderItems(query.orderBy(), scope, "order clause", shape);
  }

  private CommonTables with(Query.With with, Optional<Scope> outer, CommonTables commonTables) {
    CommonTables inSight = commonTables;
    for (CommonTable table : with.tables()) {
      boolean recursive = with.recursive() && table.query().body() instanceof SetOperation;
      Shape shape =
          recursive
              ? recursive(table, outer, inSight)
              : query(table.query(), outer, inSight).named(texts(table.columns()));
      inSight = inSight.with(new CommonTables.Entry(table.name().text(), shape));
    }
    return inSight;
  }

  /** The first part is the seed; only the others can read the table itself. */
  private Shape recursive(CommonTable table, Optional<Scope> outer, CommonTables commonTables) {
    Query query = table.query();
    CommonTables inSight = with(query.with(), outer, commonTables);
    List<Body> parts = ((SetOperation) query.body()).parts();
    Shape seed = body(parts.get(0), outer, inSight);
    Shape shape = new Shape(seed.columns(), seed.masked(), false).named(texts(table.columns()));
    for (Body part : parts.subList(1, parts.size())) {
      CommonTables.Entry self = new CommonTables.Entry(table.name().text(), shape);
      body(part, outer, inSight.with(self));
      if (self.used()) {
        recursion.check(part, self);
      }
    }
    order(query, shape, outer, inSight);
    return shape;
  }

  static List<String> texts(List<Name> names) {
    List<String> texts = new ArrayList<>();
    names.forEach(n -> texts.add(n.text()));
    return texts;
  }
}
