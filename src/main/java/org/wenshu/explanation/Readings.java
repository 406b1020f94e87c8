package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Name;
import org.wenshu.sql.tree.Query;
import org.wenshu.sql.tree.Select;
import org.wenshu.sql.tree.TableReference;

/** Makes readings of queries over one catalogue. */
final class Readings {
  private final SchemaSnapshot visible;

  Readings(SchemaSnapshot visible) {
    this.visible = visible;
  }

  Reading read(Query query) {
    return read(query, Optional.empty(), CommonReadings.NONE);
  }

  Reading read(Query query, Optional<Level> outer, CommonReadings known) {
    CommonReadings common = known;
    for (Query.CommonTable table : query.with().tables()) {
      CommonReadings before = query.with().recursive() ? common.withUnread(table) : common;
      common = common.with(table, read(table.query(), outer, before));
    }
    return body(query, outer, common);
  }

  private Reading body(Query query, Optional<Level> outer, CommonReadings common) {
    if (query.body() instanceof Select select) {
      Level level = new Level(this, select, query, outer, common);
      sources(select.from(), "", level);
      return level;
    }
    if (query.body() instanceof Query.Parenthesised parenthesised) {
      Reading inner = read(parenthesised.query(), outer, common);
      boolean plain = query.orderBy().isEmpty() && query.limit().isEmpty();
      return plain
          ? inner
          : new Reading.Combined(List.of(inner), List.of(), query.orderBy(), query.limit());
    }
    Query.SetOperation operation = (Query.SetOperation) query.body();
    List<Reading> parts = new ArrayList<>();
    for (Query.Body part : operation.parts()) {
      Query alone = new Query(Query.With.NONE, part, List.of(), Optional.empty());
      parts.add(body(alone, outer, common));
    }
    return new Reading.Combined(parts, operation.operators(), query.orderBy(), query.limit());
  }

  private void sources(List<TableReference> references, String words, Level level) {
    String before = words;
    for (TableReference reference : references) {
      source(reference, before, Optional.empty(), List.of(), level);
      before = ",";
    }
  }

  private void source(
      TableReference reference,
      String words,
      Optional<Expression> on,
      List<Name> using,
      Level level) {
    if (reference instanceof TableReference.Join join) {
      source(join.left(), words, on, using, level);
      source(join.right(), join.words(), join.on(), join.using(), level);
    } else if (reference instanceof TableReference.Parenthesised parenthesised) {
      String before = words;
      Optional<Expression> condition = on;
      for (TableReference inner : parenthesised.references()) {
        source(inner, before, condition, using, level);
        before = ",";
        condition = Optional.empty();
      }
    } else {
      level.add(source(reference, level).joined(words, on, using));
    }
  }

  private Source source(TableReference reference, Level level) {
    if (reference instanceof TableReference.Named named) {
      String name = named.name().text();
      String alias = named.alias().map(Name::text).orElse(name);
      Optional<Source> common =
          named.schema().isPresent() ? Optional.empty() : level.common().source(name, alias);
      return common.orElseGet(() -> Source.stored(alias, name, visible.table(name)));
    }
    if (reference instanceof TableReference.Derived derived) {
      Reading reading = level.read(derived.query());
      return Source.derived(
          derived.alias().text(), "", reading, derived.columns().stream().map(Name::text).toList());
    }
    TableReference.JsonTable json = (TableReference.JsonTable) reference;
    return Source.stored(json.alias().text(), "JSON_TABLE", Optional.empty());
  }
}
