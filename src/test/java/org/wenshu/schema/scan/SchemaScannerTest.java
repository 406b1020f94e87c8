package org.wenshu.schema.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wenshu.TestingDatabase;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.schema.Column;
import org.wenshu.schema.ForeignKey;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

class SchemaScannerTest {
  private static final String SCRATCH = "scan_scratch";
  private static SchemaSnapshot demo;

  @BeforeAll
  static void scanDemo() {
    demo = scan(TestingDatabase.demoUrl());
  }

  private static SchemaScanner scanner(String url) {
    MysqlDataSource source = new MysqlDataSource();
    source.setUrl(url);
    source.setUser(TestingDatabase.reader().user());
    source.setPassword(TestingDatabase.reader().password());
    return new SchemaScanner(source, SchemaConfig.defaults());
  }

  private static SchemaSnapshot scan(String url) {
    return scanner(url).scan(Optional.empty());
  }

  private static Table table(String name) {
    return demo.table(name).orElseThrow();
  }

  private static Column column(String table, String column) {
    return table(table).column(column).orElseThrow();
  }

  private static SchemaSnapshot scratch(String... statements) throws SQLException {
    String url = TestingDatabase.createSchema(SCRATCH);
    try (Connection connection = TestingDatabase.connectAsRoot(SCRATCH);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    return scan(url);
  }

  @Test
  void findsAllTablesOfTheDemo() {
    assertThat(demo.database()).isEqualTo("shop");
    assertThat(demo.tables().keySet())
        .contains(
            "users",
            "user_profiles",
            "orders",
            "order_items",
            "products",
            "categories",
            "departments",
            "employees",
            "projects",
            "ticks");
  }

  @Test
  void findsTypesCommentsAndKeys() {
    assertThat(table("users").comment()).contains("用户");
    assertThat(table("users").primaryKey()).containsExactly("id");
    assertThat(table("users").estimatedRows()).isPositive();
    assertThat(column("users", "id").key()).isEqualTo(Column.Key.PRIMARY);
    assertThat(column("users", "status").comment()).contains("状态");
    assertThat(table("users").columns())
        .extracting(Column::position)
        .startsWith(1, 2, 3)
        .doesNotHaveDuplicates();
  }

  @Test
  void findsForeignKeys() {
    assertThat(table("orders").foreignKeys())
        .containsExactly(new ForeignKey("orders", List.of("user_id"), "users", List.of("id")));
    assertThat(table("order_items").foreignKeys())
        .extracting(ForeignKey::referencedTable)
        .containsExactlyInAnyOrder("orders", "products");
    assertThat(table("categories").foreignKeys())
        .extracting(ForeignKey::referencedTable)
        .containsExactly("categories");
  }

  @Test
  void findsStoredValuesOfColumnsThatHaveFew() {
    assertThat(column("users", "status").sampleValues())
        .containsExactlyInAnyOrder("active", "inactive", "suspended");
    assertThat(column("orders", "status").sampleValues()).contains("pending", "paid");
    assertThat(column("users", "email").sampleValues()).isEmpty();
    assertThat(column("orders", "amount").sampleValues()).isEmpty();
  }

  @Test
  void findsTheSameVersionTwice() {
    SchemaSnapshot again = scanner(TestingDatabase.demoUrl()).scan(Optional.of(demo));
    assertThat(again.version()).isEqualTo(demo.version());
  }

  @Test
  void findsViewsCompositeKeysAndOddNames() throws SQLException {
    SchemaSnapshot found =
        scratch(
            "CREATE TABLE parent (a INT, b INT, PRIMARY KEY (b, a))",
            "CREATE TABLE `odd ``name` (x INT, y INT, `状 态` VARCHAR(5), u INT UNIQUE, i INT,"
                + " KEY (i), FOREIGN KEY (x, y) REFERENCES parent (b, a))",
            "INSERT INTO `odd ``name` (`状 态`) VALUES ('好'), ('o''k'), (NULL), ('')",
            "CREATE VIEW v AS SELECT a FROM parent");

    assertThat(found.tables()).hasSize(3);
    assertThat(found.table("v").orElseThrow())
        .returns(true, Table::view)
        .returns("", Table::comment);
    assertThat(found.table("PARENT").orElseThrow().primaryKey()).containsExactly("b", "a");
    Table odd = found.table("odd `name").orElseThrow();
    assertThat(odd.foreignKeys())
        .containsExactly(
            new ForeignKey("odd `name", List.of("x", "y"), "parent", List.of("b", "a")));
    assertThat(odd.columns())
        .extracting(Column::key)
        .containsExactly(
            Column.Key.INDEXED,
            Column.Key.NONE,
            Column.Key.NONE,
            Column.Key.UNIQUE,
            Column.Key.INDEXED);
    assertThat(odd.columns().get(2).sampleValues()).containsExactly("o'k", "好");
  }

  @Test
  void readsValuesOfTheTypeAndOfTextColumns() throws SQLException {
    SchemaSnapshot found =
        scratch(
            "CREATE TABLE t (e ENUM('b', 'a''c'), s SET('x', 'y'), t TEXT, l TEXT,"
                + " j JSON, n VARCHAR(20), d CHAR(3) CHARACTER SET latin1)",
            "INSERT INTO t (t, l, j, n, d) VALUES ('short', REPEAT('x', 65), '{}', 'n', 'é')",
            "INSERT INTO t (n) SELECT CONCAT('name', seq) FROM seq_1_to_101");

    Table table = found.table("t").orElseThrow();
    assertThat(table.columns())
        .extracting(Column::sampleValues)
        .containsExactly(
            List.of("b", "a'c"),
            List.of("x", "y"),
            List.of("short"),
            List.of(),
            List.of(),
            List.of(),
            List.of("é"));
  }

  @Test
  void seesANewTableAndANewValue() throws SQLException {
    SchemaSnapshot before = scratch("CREATE TABLE one (a VARCHAR(9))");
    SchemaSnapshot value = addedTo(before, "INSERT INTO one VALUES ('x')");
    SchemaSnapshot table = addedTo(value, "CREATE TABLE two (b INT)");

    assertThat(List.of(before.version(), value.version(), table.version())).doesNotHaveDuplicates();
    assertThat(table.tables()).containsOnlyKeys("one", "two");
  }

  private static SchemaSnapshot addedTo(SchemaSnapshot before, String sql) throws SQLException {
    try (Connection connection = TestingDatabase.connectAsRoot(SCRATCH);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    return scanner(TestingDatabase.get().url(SCRATCH)).scan(Optional.of(before));
  }

  @Test
  void oneUnreadableTableCostsTheOthersNothing() throws SQLException {
    SchemaSnapshot found =
        scratch(
            "CREATE TABLE good (a VARCHAR(9))",
            "INSERT INTO good VALUES ('x')",
            "CREATE TABLE gone (b VARCHAR(9)) ENGINE=MRG_MyISAM UNION=(missing)");

    assertThat(found.table("good").orElseThrow().columns().get(0).sampleValues())
        .containsExactly("x");
  }

  @Test
  void anUnreachableDatabaseIsOneError() {
    assertThatExceptionOfType(WenshuException.class)
        .isThrownBy(() -> scan("jdbc:mysql://127.0.0.1:1/nowhere?connectTimeout=500"))
        .returns(ErrorCode.SCHEMA_UNAVAILABLE, WenshuException::code);
  }

  @Test
  void aUrlWithoutDatabaseIsAnError() {
    assertThatExceptionOfType(WenshuException.class)
        .isThrownBy(() -> scan(TestingDatabase.get().url("")))
        .returns(ErrorCode.SCHEMA_UNAVAILABLE, WenshuException::code)
        .havingCause()
        .withMessageContaining("names no database");
  }
}
