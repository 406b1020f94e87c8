package org.wenshu.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenshu.TestingDatabase;
import org.wenshu.config.TestingTargetDataSource;
import org.wenshu.execution.JdbcStoredValues;
import org.wenshu.generation.DraftSql;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.scan.SchemaScanner;

/** Linking against the demo shop, with its real catalogue and values. */
class DemoLinkingTest {
  private static TestingTargetDataSource target;
  private static SchemaSnapshot schema;
  private static ValueLinker linker;

  @BeforeAll
  static void prepare() {
    target = new TestingTargetDataSource(TestingDatabase.demoUrl(), Map.of());
    schema = new SchemaScanner(target, SchemaConfig.defaults()).scan(Optional.empty());
    linker = new ValueLinker(new JdbcStoredValues(target), ValuesConfig.defaults(), Runnable::run);
    linker.prepare(schema);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "`DEPARTMENT_NAME` LIKE '%大数据部%' | `DEPT` = '大数据事业部'",
        "h.DEPT = '智能云网' | h.`DEPT` = '智能云网事业部'",
        "PROJECT_NAME LIKE '%省政务云%' | `PROJECT_NAME` = '省级政务云迁移项目'",
        "DEPARTMENT_NAME = '治理室' | `DEPARTMENT_NAME` = '数据治理室'",
        "DEPT IN ('财务', '人力') | `DEPT` IN ('财务管理部', '人力资源部')",
        "DEPT IN ('客服', '研发')" + " | `DEPT` IN ('客户服务中心', '研发中心')",
      })
  void resolvesToValuesThatGiveRows(String condition, String linked) throws SQLException {
    String head = "SELECT COUNT(*) FROM project_hours h WHERE ";
    String sql = linker.link(new DraftSql(head + condition), schema).sql().text();
    assertThat(sql).isEqualTo(head + linked);
    assertThat(count(sql)).isPositive();
  }

  @Test
  void leavesBroadFiltersAlone() throws SQLException {
    DraftSql draft = new DraftSql("SELECT COUNT(*) FROM project_hours WHERE DEPT LIKE '%部'");
    assertThat(linker.link(draft, schema).sql()).isEqualTo(draft);
    assertThat(count(draft.text())).isPositive();
  }

  private static long count(String sql) throws SQLException {
    try (Connection connection = target.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }
}
