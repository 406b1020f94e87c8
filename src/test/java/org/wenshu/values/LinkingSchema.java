package org.wenshu.values;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wenshu.schema.Column;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/** A small catalogue with department and project columns. */
final class LinkingSchema {
  static final SchemaSnapshot SNAPSHOT =
      SchemaSnapshot.of(
          "shop",
          "1",
          Instant.EPOCH,
          List.of(
              table("WH_MEMBER_T", "NAME", "DEPT", "DEPARTMENT_NAME", "PROJECT_NAME", "STATUS"),
              table("WH_PLAN_T", "PLAN", "DEPT"),
              table("WH_NAME_T", "ID", "DEPARTMENT_NAME"),
              table("PLAIN", "ID", "NAME")));

  private LinkingSchema() {}

  private static Table table(String name, String... columns) {
    List<Column> list = new ArrayList<>();
    for (String column : columns) {
      String type = column.equals("ID") ? "int" : "varchar";
      list.add(
          new Column(column, list.size() + 1, type, type, true, "", Column.Key.NONE, List.of()));
    }
    return new Table(name, false, "", list, List.of(), List.of(), 10);
  }
}
