package org.wenshu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wenshu.TestingDatabase;
import org.wenshu.generation.DraftSql;
import org.wenshu.launcher.Account;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.security.Caller;

/** What the guard writes anew gives a reader the rows and labels that a superuser gets. */
class CorpusRowsTest {
  private static final String SCHEMA = "sql_guard_corpus";
  private static final SchemaSnapshot SNAPSHOT =
      SchemaSnapshot.of(
          SCHEMA,
          "1",
          ShopSchema.SNAPSHOT.scannedAt(),
          List.copyOf(ShopSchema.SNAPSHOT.tables().values()));

  private static Connection connection;
  private static Connection superuser;

  private final SqlGuard guard = new SqlGuard(caller -> ShopSchema.POLICY);

  @BeforeAll
  static void loadCorpusSchema() throws SQLException {
    TestingDatabase.createSchema(SCHEMA);
    try (Connection root = TestingDatabase.connectAsRoot(SCHEMA);
        Statement statement = root.createStatement()) {
      for (String line : Corpus.text("schema.sql").lines().toList()) {
        if (line.matches("(CREATE (TABLE|VIEW)|INSERT INTO) .*") && !line.contains("hr.")) {
          statement.execute(line);
        }
      }
    }
    connection = open(TestingDatabase.reader());
    superuser = open(TestingDatabase.root());
  }

  private static Connection open(Account account) throws SQLException {
    Connection opened = TestingDatabase.get().connect(account, SCHEMA);
    try (Statement statement = opened.createStatement()) {
      // The clock stands still, so that both runs see the same moment.
      statement.execute("SET timestamp = 1767322800");
    }
    return opened;
  }

  @AfterAll
  static void closeConnection() throws SQLException {
    connection.close();
    superuser.close();
  }

  static List<Corpus.Statement> statementsOfThisServer() {
    return Corpus.read("allow.sql").stream().filter(s -> !s.reason().contains("{mysql8}")).toList();
  }

  @ParameterizedTest
  @MethodSource("statementsOfThisServer")
  void givesTheSameRows(Corpus.Statement statement) throws SQLException {
    String source = statement.sql().replace("shop.", SCHEMA + '.').replace("`shop`", SCHEMA);
    Judgement judgement = guard.judge(new DraftSql(source), SNAPSHOT, Caller.anonymous());
    String rendered = ((Judgement.Admitted) judgement).sql().text();

    assertThat(rows(connection, rendered)).as(rendered).isEqualTo(rows(superuser, source));
  }

  /** Labels first, then the rows in their order. */
  private static List<List<String>> rows(Connection from, String sql) throws SQLException {
    try (Statement statement = from.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      int columns = results.getMetaData().getColumnCount();
      List<List<String>> rows = new ArrayList<>();
      List<String> labels = new ArrayList<>();
      for (int c = 1; c <= columns; c++) {
        labels.add(results.getMetaData().getColumnLabel(c));
      }
      rows.add(labels);
      while (results.next()) {
        List<String> row = new ArrayList<>();
        for (int c = 1; c <= columns; c++) {
          row.add(results.getString(c));
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
