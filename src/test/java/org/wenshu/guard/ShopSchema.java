package org.wenshu.guard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wenshu.schema.Column;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/** The catalogue and the policy that the corpora of statements assume. */
final class ShopSchema {
  /** What the corpora's administrator lets a caller read. */
  static final SchemaSnapshot SNAPSHOT =
      SchemaSnapshot.of(
          "shop",
          "1",
          Instant.EPOCH,
          List.of(
              table(
                  "customers",
                  "id name phone id_card region_id city level status created_at attrs"),
              table(
                  "orders",
                  "id customer_id order_no status total_amount deleted_flag created_at updated_at"
                      + " remark"),
              table("order_items", "id order_id product_id quantity unit_price discount"),
              table("products", "id code name category_id price stock is_active desc tags"),
              table("categories", "id parent_id name"),
              table("regions", "id parent_id name"),
              table("employees", "id name dept_id salary manager_id hired_at"),
              table("departments", "id name"),
              table("daily_sales", "d region_id amount"),
              table("calendar", "d"),
              table("order", "id group limit key"),
              table("select", "id from where"),
              table("销售明细", "编号 日期 地区 金额"),
              table("v_order_summary", "customer_id cnt amt"),
              table("user_credentials", "id customer_id password_hash token"),
              table("audit_log", "id at who what"),
              table("v_payroll", "id emp_id amount")));

  static final GuardPolicy POLICY =
      new GuardPolicy(
          Set.of("user_credentials", "audit_log", "v_payroll"),
          Set.of("customers.phone", "customers.id_card", "employees.salary"),
          GuardLimits.defaults());

  private ShopSchema() {}

  static Table table(String name, String columns) {
    List<Column> list = new ArrayList<>();
    for (String column : columns.split(" ", -1)) {
      list.add(
          new Column(
              column,
              list.size() + 1,
              "varchar",
              "varchar(80)",
              true,
              "",
              Column.Key.NONE,
              List.of()));
    }
    return new Table(name, false, "", list, List.of(), List.of(), 0);
  }
}
