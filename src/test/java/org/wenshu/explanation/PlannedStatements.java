package org.wenshu.explanation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.wenshu.TestingDatabase;
import org.wenshu.config.TestingTargetDataSource;
import org.wenshu.execution.ExecutionConfig;
import org.wenshu.execution.JdbcPlanReader;
import org.wenshu.execution.QueryPlan;
import org.wenshu.execution.StatementKiller;
import org.wenshu.generation.DraftSql;
import org.wenshu.guard.GuardPolicy;
import org.wenshu.guard.Judgement;
import org.wenshu.guard.PermittedSchema;
import org.wenshu.guard.SqlGuard;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.scan.SchemaScanner;
import org.wenshu.security.Caller;

/** Statements judged and planned by a real server, over tables large enough to be worth advice. */
final class PlannedStatements implements AutoCloseable {
  private static final String SCHEMA = "advice_test";

  private final StatementKiller killer;
  private final JdbcPlanReader reader;
  private final SchemaSnapshot catalogue;

  private PlannedStatements(TestingTargetDataSource target) {
    this.killer = new StatementKiller(target);
    this.reader = new JdbcPlanReader(target, killer, ExecutionConfig.defaults());
    this.catalogue = new SchemaScanner(target, SchemaConfig.defaults()).scan(Optional.empty());
  }

  static PlannedStatements open() throws SQLException {
    String url = TestingDatabase.createSchema(SCHEMA);
    try (Connection root = TestingDatabase.connectAsRoot(SCHEMA);
        Statement statement = root.createStatement()) {
      statement.execute("CREATE TABLE people (id INT PRIMARY KEY, name VARCHAR(40), city INT)");
      statement.execute(
          "INSERT INTO people SELECT seq, CONCAT('p', seq), seq % 50 FROM seq_1_to_500");
      statement.execute(
          "CREATE TABLE events (id INT PRIMARY KEY, person_id INT, title VARCHAR(40), note"
              + " VARCHAR(60), amount INT, happened_at DATETIME, KEY idx_title (title), KEY"
              + " idx_happened (happened_at))");
      statement.execute(
          "INSERT INTO events SELECT seq, 1 + seq % 500, CONCAT('t', seq), CONCAT('n', seq),"
              + " seq % 9973, '2024-01-01' + INTERVAL seq MINUTE FROM seq_1_to_30000");
      statement.execute("CREATE VIEW recent AS SELECT id, amount FROM events WHERE id > 5");
      statement.execute("ANALYZE TABLE people, events");
    }
    return new PlannedStatements(new TestingTargetDataSource(url, Map.of()));
  }

  /** The plan of a statement as somebody may see it who may see all. */
  Planned plan(String sql) {
    return plan(sql, GuardPolicy.wholeCatalogue());
  }

  Planned plan(String sql, GuardPolicy policy) {
    SqlGuard guard = new SqlGuard(caller -> policy);
    PermittedSchema permitted = guard.permitted(catalogue, Caller.anonymous());
    Judgement judgement = guard.judge(new DraftSql(sql), permitted);
    QueryPlan plan =
        reader.plan(
            ((Judgement.Admitted) judgement).sql(),
            Deadline.after(Duration.ofSeconds(30)),
            new Cancellation());
    return new Planned(sql, plan, permitted);
  }

  @Override
  public void close() {
    killer.close();
  }

  /** A statement with its plan, for a caller. */
  record Planned(String sql, QueryPlan plan, PermittedSchema permitted) {
    Advice advice(boolean truncated) {
      return new PlanAdvice().of(Explaining.tree(sql), plan, permitted, truncated);
    }

    String warnings() {
      return String.join("\n", advice(false).warnings().stream().map(w -> w.english()).toList());
    }

    String suggestions() {
      return String.join("\n", advice(false).suggestions().stream().map(w -> w.english()).toList());
    }

    String text() {
      return PlanText.of(Explaining.tree(sql), plan, permitted);
    }
  }
}
