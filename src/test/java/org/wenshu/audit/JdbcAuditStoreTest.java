package org.wenshu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wenshu.TestingDatabase;
import org.wenshu.schema.store.StoreMigration;

class JdbcAuditStoreTest {
  private DataSource source;
  private JdbcAuditStore store;

  @BeforeEach
  void createTables() {
    MysqlDataSource created = new MysqlDataSource();
    created.setUrl(TestingDatabase.createSchema("audit_test") + "&rewriteBatchedStatements=true");
    created.setUser(TestingDatabase.root().user());
    created.setPassword(TestingDatabase.root().password());
    source = created;
    store = new JdbcAuditStore(source, new StoreMigration(source)::ensure);
  }

  private String value(String expression) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT " + expression + " FROM audit_question")) {
      result.next();
      return result.getString(1);
    }
  }

  @Test
  void keepsWhatWasRecordedAndOnlyOnce() throws SQLException {
    AuditRecord first = AuditRecords.answered("q1", Instant.parse("2030-01-02T03:04:05.678Z"));
    AuditRecord second = AuditRecords.answered("q2", Instant.parse("2030-01-02T03:04:06Z"));

    store.append(List.of(first, second));
    store.append(List.of(first));

    assertThat(value("COUNT(*)")).isEqualTo("2");
    assertThat(
            value(
                "CONCAT_WS('|', question_id, asked_at, caller, policy_version, question,"
                    + " draft_sql, guarded_sql, generator, outcome, error_code, result_rows,"
                    + " duration_ms)"))
        .isEqualTo(
            "q1|2030-01-02 03:04:05.678|alice|p1|张三的订单 👍"
                + "|SELECT * FROM orders WHERE name = '张三' -- his"
                + "|SELECT * FROM `orders` WHERE `name` = '张三' LIMIT 10"
                + "|grammar|ANSWERED|12|34");
  }

  @Test
  void deletesWhatIsOlderThanTheRetention() throws SQLException {
    Instant now = Instant.now();
    AuditConfig oneDay =
        new AuditConfig(false, false, false, false, 1, 2, Duration.ofDays(1), Duration.ZERO);
    for (int hours = 0; hours < 60; hours += 10) {
      Instant askedAt = now.minus(Duration.ofHours(hours));
      store.append(List.of(AuditRecords.answered("q" + hours, askedAt)));
    }

    new AuditRetention(store, oneDay, Clock.systemUTC()).run();

    assertThat(value("GROUP_CONCAT(question_id ORDER BY id)")).isEqualTo("q0,q10,q20");
  }
}
