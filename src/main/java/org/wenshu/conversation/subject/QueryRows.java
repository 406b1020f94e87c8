package org.wenshu.conversation.subject;

import java.util.List;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.sql.tree.Expression.OrderItem;
import org.wenshu.sql.tree.Name;
import org.wenshu.sql.tree.Query;
import org.wenshu.sql.tree.Select;
import org.wenshu.sql.tree.TableReference.Named;

/** Tells of queries what their rows are. Immutable. */
final class QueryRows {
  private final SchemaSnapshot schema;

  QueryRows(SchemaSnapshot schema) {
    this.schema = schema;
  }

  RowSource rows(Query query, CommonRows outer) {
    CommonRows common = outer;
    for (Query.CommonTable table : query.with().tables()) {
      List<String> labels = table.columns().stream().map(Name::text).toList();
      // What a recursion adds to itself is not followed.
      CommonRows seen =
          query.with().recursive() ? common.with(table.name().text(), RowSource.UNKNOWN) : common;
      common = common.with(table.name().text(), rows(table.query(), seen).labelled(labels));
    }
    return body(query.body(), query.orderBy(), common);
  }

  private RowSource body(Query.Body body, List<OrderItem> orderBy, CommonRows common) {
    if (body instanceof Select select) {
      return new SelectRows(this, common, select, orderBy).rows();
    }
    if (body instanceof Query.Parenthesised parenthesised) {
      return rows(parenthesised.query(), common);
    }
    Query.SetOperation operation = (Query.SetOperation) body;
    return body(operation.parts().get(0), List.of(), common).withoutTable();
  }

  RowSource rows(Named named, CommonRows common) {
    String name = named.name().text();
    if (named.schema().isPresent() && !named.schema().get().matches(schema.database())) {
      return RowSource.UNKNOWN;
    }
    RowSource catalogued = schema.table(name).map(RowSource::of).orElse(RowSource.UNKNOWN);
    return named.schema().isPresent() ? catalogued : common.find(name).orElse(catalogued);
  }
}
