package org.wenshu.schema.details;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wenshu.TestingDatabase;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.scan.SchemaScanner;

/** What the embedded database tells of its schemas. */
class SchemaDescriberTest {
  private static final String SCRATCH = "details_scratch";
  private static SchemaSnapshot demo;
  private static SchemaDescriber describer;

  @BeforeAll
  static void scanDemo() {
    demo = scan(TestingDatabase.demoUrl());
    describer = describer(TestingDatabase.demoUrl(), demo);
  }

  private static MysqlDataSource source(String url) {
    MysqlDataSource source = new MysqlDataSource();
    source.setUrl(url);
    source.setUser(TestingDatabase.reader().user());
    source.setPassword(TestingDatabase.reader().password());
    return source;
  }

  private static SchemaSnapshot scan(String url) {
    return new SchemaScanner(source(url), SchemaConfig.defaults()).scan(Optional.empty());
  }

  private static SchemaDescriber describer(String url, SchemaSnapshot snapshot) {
    return new SchemaDescriber(source(url), DetailsConfig.defaults(), () -> snapshot);
  }

  private static TableDetails demo(String table) {
    Described<TableDetails> described = describer.table(demo, table, true).orElseThrow();
    assertThat(described.warning()).isEmpty();
    return described.value();
  }

  private static SchemaDetails scratch(String... statements) throws SQLException {
    String url = TestingDatabase.createSchema(SCRATCH);
    try (Connection connection = TestingDatabase.connectAsRoot(SCRATCH);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    SchemaSnapshot snapshot = scan(url);
    return describer(url, snapshot).schema(snapshot, true).value();
  }

  private static TableDetails only(SchemaDetails schema, String table) {
    return schema.tables().stream().filter(t -> t.name().equals(table)).findFirst().orElseThrow();
  }

  private static ColumnDetails column(TableDetails table, String name) {
    return table.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  private static String defaultOf(TableDetails table, String column) {
    return column(table, column).defaultValue();
  }

  @Test
  void tellsOfATable() {
    TableDetails orders = demo("ORDERS");
    assertThat(orders.name()).isEqualTo("orders");
    assertThat(orders.comment()).isEqualTo("订单");
    assertThat(orders.engine()).isEqualTo("InnoDB");
    assertThat(orders.charset()).isEqualTo("utf8mb4");
    assertThat(orders.rowCount()).isPositive();
    assertThat(orders.dataLength()).isPositive();
    assertThat(orders.createdAt().orElseThrow())
        .isBetween(Instant.now().minus(Duration.ofHours(1)), Instant.now().plusSeconds(5));
  }

  @Test
  void tellsOfColumns() {
    TableDetails users = demo("users");
    assertThat(users.columns())
        .extracting(ColumnDetails::name)
        .containsExactly("id", "name", "email", "phone", "status", "created_at");
    assertThat(users.columns())
        .extracting(ColumnDetails::position)
        .containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(column(users, "id"))
        .returns(true, ColumnDetails::primaryKey)
        .returns(true, ColumnDetails::autoIncrement)
        .returns(false, ColumnDetails::nullable)
        .returns("", ColumnDetails::defaultValue)
        .returns(Optional.empty(), ColumnDetails::characterSet);
    assertThat(column(users, "status"))
        .returns("varchar(20)", ColumnDetails::type)
        .returns("active", ColumnDetails::defaultValue)
        .returns(false, ColumnDetails::primaryKey)
        .returns(Optional.of("utf8mb4"), ColumnDetails::characterSet);
    assertThat(column(users, "status").collation().orElseThrow()).startsWith("utf8mb4_");
    assertThat(column(users, "phone"))
        .returns(true, ColumnDetails::nullable)
        .returns("", ColumnDetails::defaultValue);
  }

  @Test
  void tellsOfIndexesWithThePrimaryKeyFirst() {
    assertThat(demo("users").indexes())
        .contains(
            new IndexDetails("uk_users_email", IndexDetails.Type.UNIQUE, List.of("email"), true),
            new IndexDetails("idx_users_name", IndexDetails.Type.INDEX, List.of("name"), false))
        .first()
        .isEqualTo(new IndexDetails("PRIMARY", IndexDetails.Type.PRIMARY, List.of("id"), true));
    assertThat(demo("ticks").indexes())
        .contains(
            new IndexDetails(
                "idx_ticks_symbol", IndexDetails.Type.INDEX, List.of("symbol", "id"), false));
  }

  @Test
  void tellsOfForeignKeysAndTheirRules() throws SQLException {
    assertThat(demo("orders").foreignKeys())
        .singleElement()
        .returns("fk_orders_user", ForeignKeyDetails::name)
        .returns("user_id", ForeignKeyDetails::column)
        .returns("users", ForeignKeyDetails::referencedTable)
        .returns("id", ForeignKeyDetails::referencedColumn)
        .returns("RESTRICT", ForeignKeyDetails::onDelete);
    SchemaDetails schema =
        scratch(
            "CREATE TABLE p (a INT, b INT, PRIMARY KEY (b, a))",
            "CREATE TABLE c (x INT, y INT, CONSTRAINT fk FOREIGN KEY (x, y)"
                + " REFERENCES p (b, a) ON DELETE CASCADE ON UPDATE SET NULL)");
    assertThat(only(schema, "c").foreignKeys())
        .containsExactly(
            new ForeignKeyDetails("fk", "x", "p", "b", "SET NULL", "CASCADE"),
            new ForeignKeyDetails("fk", "y", "p", "a", "SET NULL", "CASCADE"));
    assertThat(only(schema, "p").relationships())
        .containsExactly(
            new Relationship(Relationship.Type.ONE_TO_MANY, "p", "b,a", "c", "x,y", "fk", false));
  }

  @Test
  void tellsOfRelationshipsFromBothSides() {
    assertThat(demo("orders").relationships())
        .extracting(
            Relationship::type,
            Relationship::fromColumn,
            Relationship::toTable,
            Relationship::toColumn,
            Relationship::inferred)
        .containsExactlyInAnyOrder(
            tuple(Relationship.Type.MANY_TO_ONE, "user_id", "users", "id", false),
            tuple(Relationship.Type.ONE_TO_MANY, "id", "order_items", "order_id", false),
            tuple(Relationship.Type.MANY_TO_MANY, "id", "products", "id", false));
    assertThat(demo("users").relationships())
        .extracting(Relationship::type, Relationship::toTable)
        .containsExactlyInAnyOrder(
            tuple(Relationship.Type.ONE_TO_MANY, "orders"),
            tuple(Relationship.Type.ONE_TO_ONE, "user_profiles"));
    assertThat(demo("categories").relationships())
        .extracting(Relationship::type, Relationship::fromColumn, Relationship::toColumn)
        .contains(
            tuple(Relationship.Type.MANY_TO_ONE, "parent_id", "id"),
            tuple(Relationship.Type.ONE_TO_MANY, "id", "parent_id"));
  }

  @Test
  void leavesRelationshipsOutWhereNotAskedFor() {
    assertThat(describer.table(demo, "orders", false).orElseThrow().value().relationships())
        .isEmpty();
  }

  @Test
  void readsDefaultsAsValues() throws SQLException {
    TableDetails table =
        only(
            scratch(
                "CREATE TABLE t (a VARCHAR(20) DEFAULT 'it''s \\\\ so', b INT DEFAULT -7,"
                    + " c DECIMAL(4,2) DEFAULT 1.50, d VARCHAR(9) DEFAULT 'NULL', e INT NULL,"
                    + " f DATETIME DEFAULT CURRENT_TIMESTAMP, g VARCHAR(5) NOT NULL DEFAULT '')"),
            "t");
    assertThat(defaultOf(table, "a")).isEqualTo("it's \\ so");
    assertThat(defaultOf(table, "b")).isEqualTo("-7");
    assertThat(defaultOf(table, "c")).isEqualTo("1.50");
    assertThat(defaultOf(table, "d")).isEqualTo("NULL");
    assertThat(defaultOf(table, "e")).isEmpty();
    assertThat(defaultOf(table, "f")).startsWithIgnoringCase("current_timestamp");
    assertThat(defaultOf(table, "g")).isEmpty();
  }

  @Test
  void tellsViewsApartFromTables() throws SQLException {
    SchemaDetails schema =
        scratch(
            "CREATE TABLE t (id INT PRIMARY KEY, body TEXT, FULLTEXT KEY words (body))",
            "CREATE VIEW v AS SELECT id FROM t");
    assertThat(schema.database()).isEqualTo(SCRATCH);
    assertThat(schema.tables()).extracting(TableDetails::name).containsExactly("t");
    assertThat(schema.views()).extracting(ViewDetails::name).containsExactly("v");
    assertThat(schema.views().get(0).definition()).containsIgnoringCase("select");
    assertThat(schema.tables().get(0).indexes())
        .extracting(IndexDetails::type)
        .containsExactly(IndexDetails.Type.PRIMARY, IndexDetails.Type.FULLTEXT);
  }

  @Test
  void knowsNoTableThatIsNotThere() {
    assertThat(describer.table(demo, "nothing", true)).isEmpty();
  }
}
