package org.wenshu.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wenshu.generation.DraftSql;
import org.wenshu.guard.Judgement;
import org.wenshu.guard.SqlGuard;
import org.wenshu.schema.Column;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;
import org.wenshu.security.Caller;

/** Judging a join of five tables, the round trip included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class GuardBenchmark {
  private final SqlGuard guard = new SqlGuard();
  private final DraftSql draft =
      new DraftSql(
          "SELECT r.name, c.name, SUM(i.quantity * i.unit_price) AS amt FROM orders o"
              + " JOIN customers c ON c.id = o.customer_id JOIN regions r ON r.id = c.region_id"
              + " JOIN order_items i ON i.order_id = o.id JOIN products p ON p.id = i.product_id"
              + " WHERE p.is_active = 1 GROUP BY r.name, c.name");
  private final SchemaSnapshot schema =
      SchemaSnapshot.of(
          "shop",
          "1",
          Instant.EPOCH,
          List.of(
              table("orders", "id customer_id order_no status total_amount created_at remark"),
              table("customers", "id name region_id city level status created_at"),
              table("regions", "id parent_id name"),
              table("order_items", "id order_id product_id quantity unit_price discount"),
              table("products", "id code name category_id price stock is_active")));

  /** The whole judgement. */
  @Benchmark
  public Judgement judgeFiveTables() {
    return guard.judge(draft, schema, Caller.anonymous());
  }

  private static Table table(String name, String columns) {
    List<Column> list = new ArrayList<>();
    for (String column : columns.split(" ", -1)) {
      list.add(
          new Column(column, list.size() + 1, "int", "int", true, "", Column.Key.NONE, List.of()));
    }
    return new Table(name, false, "", list, List.of(), List.of(), 0);
  }
}
