package org.wenshu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.TestingDatabase;
import org.wenshu.generation.DraftSql;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.scan.SchemaScanner;
import org.wenshu.security.Caller;
import org.wenshu.security.RoleGrants;
import org.wenshu.security.policy.AccessDefaults;
import org.wenshu.security.policy.AccessRule;
import org.wenshu.security.policy.AccessRule.Effect;
import org.wenshu.security.policy.AccessRule.Subject;
import org.wenshu.security.policy.CurrentRules;
import org.wenshu.security.policy.Masking;

/** What callers see of people in a real database, by role alone. */
class MaskedRowsTest {
  private static final String SCHEMA = "masked_rows";
  private static final Caller USER = new Caller("li");
  private static final Caller ADMIN = new Caller("root", Set.of("admin"), Set.of(), Map.of());

  private static SchemaSnapshot schema;
  private static Connection reader;

  private List<AccessRule> rules = List.of();
  private Masking masking = Masking.PERSONAL;

  @BeforeAll
  static void loadPeople() throws SQLException {
    TestingDatabase.createSchema(SCHEMA);
    try (Connection root = TestingDatabase.connectAsRoot(SCHEMA);
        Statement statement = root.createStatement()) {
      statement.execute(
          "CREATE TABLE people (id INT PRIMARY KEY, username VARCHAR(40), name VARCHAR(40),"
              + " password VARCHAR(80), email VARCHAR(80), phone BIGINT, id_card CHAR(18),"
              + " card_number VARCHAR(20), bank_account VARCHAR(30), address VARCHAR(80),"
              + " client_ip VARCHAR(45), api_key VARBINARY(40), description VARCHAR(80))");
      statement.execute(
          "INSERT INTO people VALUES"
              + " (1, 'zhangsan01', '张三', 'secret', 'zhangsan@example.com', 13812345678,"
              + " '110105199001011234', '6222021234567890', '7000123', '北京市朝阳区建国路一百号院',"
              + " '192.168.10.20', 'k-1', 'plain'),"
              + " (2, '李四', '李四', '', 'none', 5551234, '12345', '12', '', 'x', '::1', '', ''),"
              + " (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)");
      statement.execute("CREATE TABLE system_logs (id INT, line VARCHAR(20))");
      statement.execute("CREATE VIEW v_contact AS SELECT id, email AS contact FROM people");
      statement.execute("CREATE VIEW v_loud AS SELECT id, UPPER(email) AS loud FROM people");
      statement.execute("CREATE VIEW v_logs AS SELECT id FROM system_logs");
      statement.execute("CREATE VIEW v_plain AS SELECT id, description FROM people WHERE id < 3");
    }
    MysqlDataSource source = new MysqlDataSource();
    source.setUrl(TestingDatabase.get().url(SCHEMA));
    source.setUser(TestingDatabase.root().user());
    source.setPassword(TestingDatabase.root().password());
    schema = new SchemaScanner(source, SchemaConfig.defaults()).scan(Optional.empty());
    reader = TestingDatabase.get().connect(TestingDatabase.reader(), SCHEMA);
  }

  @AfterAll
  static void close() throws SQLException {
    reader.close();
  }

  private Judgement judge(String sql, Caller caller) {
    CurrentRules current =
        new CurrentRules(
            () -> rules, new AccessDefaults(RoleGrants.contract(), masking), Duration.ZERO);
    current.refresh();
    GuardPolicy configured =
        new GuardPolicy(
            Set.of(),
            Set.of(),
            Set.of(),
            GuardPolicy.Star.PERMITTED_COLUMNS,
            current.policyOf(caller),
            GuardLimits.defaults(),
            StatementBounds.NONE);
    return new SqlGuard(c -> configured).judge(new DraftSql(sql), schema, caller);
  }

  private String refusal(String sql, Caller caller) {
    Judgement judgement = judge(sql, caller);
    assertThat(judgement).as(sql).isInstanceOf(Judgement.Refused.class);
    return ((Judgement.Refused) judgement).rule();
  }

  /** The first column of the rows that a caller gets. */
  private List<String> rows(String sql, Caller caller) throws SQLException {
    Judgement judgement = judge(sql, caller);
    assertThat(judgement).as(sql).isInstanceOf(Judgement.Admitted.class);
    List<String> rows = new ArrayList<>();
    try (Statement statement = reader.createStatement();
        ResultSet results = statement.executeQuery(((Judgement.Admitted) judgement).sql().text())) {
      while (results.next()) {
        rows.add(results.getString(1));
      }
    }
    return rows;
  }

  @ParameterizedTest
  @CsvSource({
    "username, zh***01, 李***",
    "email, zha***@example.com, ***",
    "phone, 138****5678, ****",
    "id_card, 110105********1234, ********",
    "card_number, 6222********7890, ********",
    "bank_account, ****, ****",
    "address, 北京市朝阳区建国路一***, x***",
    "client_ip, 192.168.*.*, *.*",
    "name, 张三, 李四",
    "description, plain, ''"
  })
  void aUserSeesNoMoreThanTheMaskShows(String column, String one, String other)
      throws SQLException {
    assertThat(rows("SELECT " + column + " FROM people ORDER BY id", USER))
        .containsExactly(one, other, null);
  }

  @Test
  void bytesAreNeverShownInPart() throws SQLException {
    assertThat(rows("SELECT api_key FROM people ORDER BY id", USER))
        .containsExactly("******", "******", "******");
  }

  @Test
  void nobodySeesAPassword() throws SQLException {
    for (Caller caller : List.of(USER, ADMIN)) {
      assertThat(rows("SELECT password FROM people ORDER BY id", caller))
          .containsExactly("******", "******", "******");
      assertThat(refusal("SELECT id FROM people WHERE password = 'secret'", caller))
          .isEqualTo("mask");
      assertThat(refusal("SELECT MD5(password) FROM people", caller)).isEqualTo("mask");
    }
  }

  @Test
  void anAdministratorSeesAllElse() throws SQLException {
    assertThat(rows("SELECT email FROM people WHERE phone > 0 ORDER BY email DESC", ADMIN))
        .containsExactly("zhangsan@example.com", "none");
  }

  @Test
  void masksCanBeSwitchedOffButForPasswords() throws SQLException {
    masking = Masking.PASSWORDS;
    assertThat(rows("SELECT email FROM people WHERE email LIKE '%@%'", USER))
        .containsExactly("zhangsan@example.com");
    assertThat(rows("SELECT password FROM people LIMIT 1", USER)).containsExactly("******");
  }

  @Test
  void aRuleAboutAColumnComesFirst() throws SQLException {
    rules =
        List.of(
            new AccessRule(Subject.everyone(), Effect.ALLOW_COLUMN, "people", "email", ""),
            new AccessRule(Subject.everyone(), Effect.MASK_COLUMN, "people", "phone", "'-'"),
            new AccessRule(Subject.everyone(), Effect.ALLOW_COLUMN, "people", "password", ""));
    assertThat(rows("SELECT email FROM people WHERE id = 1", USER))
        .containsExactly("zhangsan@example.com");
    assertThat(rows("SELECT phone FROM people WHERE id = 1", USER)).containsExactly("-");
    assertThat(rows("SELECT password FROM people WHERE id = 1", USER)).containsExactly("******");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT id FROM people WHERE email LIKE 'z%'",
        "SELECT id FROM people ORDER BY phone",
        "SELECT address, COUNT(*) FROM people GROUP BY address",
        "SELECT a.id FROM people a JOIN people b ON a.username = b.username",
        "SELECT SUBSTRING(id_card, 7, 8) FROM people"
      })
  void whatIsMaskedMayOnlyBeShown(String sql) {
    assertThat(refusal(sql, USER)).isEqualTo("mask");
    assertThat(judge(sql, ADMIN)).isInstanceOf(Judgement.Admitted.class);
  }

  @Test
  void reservedTablesDoNotExistForOthers() throws SQLException {
    assertThat(refusal("SELECT id FROM system_logs", USER)).isEqualTo("table");
    assertThat(refusal("SELECT id FROM v_logs", USER)).isEqualTo("table");
    Caller operator = new Caller("wu", Set.of("system_manager"), Set.of(), Map.of());
    assertThat(rows("SELECT id FROM system_logs", operator)).isEmpty();
    assertThat(rows("SELECT id FROM v_logs", ADMIN)).isEmpty();
  }

  @Test
  void aRoleThatGrantsNothingReadsWhatRulesOpen() throws SQLException {
    Caller customer = new Caller("wu", Set.of("customer"), Set.of(), Map.of());
    assertThat(refusal("SELECT name FROM people", customer)).isEqualTo("table");
    rules = List.of(new AccessRule(Subject.everyone(), Effect.ALLOW_TABLE, "people", "", ""));
    assertThat(rows("SELECT name FROM people WHERE id = 1", customer)).containsExactly("张三");
    assertThat(refusal("SELECT id FROM v_plain", customer)).isEqualTo("table");
  }

  @Test
  void masksHoldBehindViews() throws SQLException {
    assertThat(rows("SELECT contact FROM v_contact WHERE id = 1", USER))
        .containsExactly("zha***@example.com");
    assertThat(refusal("SELECT loud FROM v_loud", USER)).isEqualTo("table");
    assertThat(rows("SELECT description FROM v_plain", USER)).containsExactly("plain", "");
    assertThat(rows("SELECT loud FROM v_loud WHERE id = 1", ADMIN))
        .containsExactly("ZHANGSAN@EXAMPLE.COM");
  }

  @Test
  void valuesOfMaskedColumnsAreNotToldOf() {
    CurrentRules current =
        new CurrentRules(
            List::of, new AccessDefaults(RoleGrants.contract(), masking), Duration.ZERO);
    current.refresh();
    GuardPolicy policy = GuardPolicy.wholeCatalogue().with(current.policyOf(USER));
    SchemaSnapshot known = PermittedSchema.of(schema, policy).snapshot();
    assertThat(known.table("people").orElseThrow().column("username").orElseThrow())
        .matches(column -> column.withheld() && column.sampleValues().isEmpty());
    assertThat(known.table("people").orElseThrow().column("name").orElseThrow().withheld())
        .isFalse();
  }
}
