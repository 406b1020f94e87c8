package org.wenshu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wenshu.launcher.demo.DemoData;
import org.wenshu.question.Language;

/** The gold statements on the demo schema itself. */
class GoldStatementsTest {
  private static final DataSource DEMO = EvaluationServer.embedded().forQuestions(DemoData.SCHEMA);

  static Stream<String> statements() {
    return Stream.of("contract", "demo")
        .flatMap(file -> GoldQuestions.read(file).stream())
        .flatMap(q -> Stream.of(Language.values()).flatMap(l -> q.goldIn(l).stream()))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("statements")
  void runsUnderTheProductsSqlModeAndFindsRows(String sql) throws SQLException {
    ExpectedRows rows = new GoldDatabase(DEMO).expect(sql);

    assertThat(rows.count()).isPositive();
  }

  @Test
  void acceptsAnyOfTheRowsThatTieAtALimit() throws SQLException {
    ExpectedRows first =
        new GoldDatabase(DEMO).expect("SELECT name FROM users ORDER BY status LIMIT 2");

    assertThat(first.count()).isEqualTo(2);
    assertThat(first.width()).isEqualTo(1);
    assertThat(first.groups()).hasSize(3);
    assertThat(first.groups().get(0)).hasSizeGreaterThan(100);
  }

  @Test
  void findsSortKeysAmongTheLabels() throws SQLException {
    ExpectedRows rows =
        new GoldDatabase(DEMO)
            .expect("SELECT status, COUNT(*) AS n FROM orders GROUP BY status ORDER BY n DESC, 1");

    assertThat(rows.groups()).hasSize(5).allMatch(group -> group.size() == 1);
    assertThat(rows.groups().get(0)).containsOnly(rows.groups().get(0).get(0));
    assertThat(rows.groups().get(0).get(0)).hasSize(2);
  }

  @Test
  void questionsCannotWrite() throws SQLException {
    try (Connection connection = DEMO.getConnection();
        var statement = connection.createStatement()) {
      List<String> writes = List.of("DELETE FROM ticks", "CREATE TABLE t (a INT)");
      for (String write : writes) {
        assertThat(catchThrowable(() -> statement.execute(write))).isInstanceOf(SQLException.class);
      }
    }
  }
}
