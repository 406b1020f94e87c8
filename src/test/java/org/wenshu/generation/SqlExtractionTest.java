package org.wenshu.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlExtractionTest {
  private static final String SQL = "SELECT `人数` FROM `t` WHERE `d` = 'a;b'";

  private static Optional<String> extract(String text, String... parseable) {
    return new SqlExtraction(Set.of(parseable)::contains).extract(text).map(DraftSql::text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```sql\n%s\n```",
        "统计语句如下：\n```sql\n%s;\n```\n以上。",
        "```SQL\n%s\n```",
        "```MySQL\r\n%s\r\n```",
        "```mysql %s ```",
        "```sql\n%s```",
        "```\n%s\n```",
        "```sqlite\n%s\n```",
        "```text\n  %s ; \n```",
        "``` %s ```",
        "结果：\n```sql\n%s",
        "```\n%s",
        "%s",
        "\uFEFF%s",
        "```sql\n\uFEFF%s\n```",
        "  \n\t%s ;  \n",
        "下面是语句：\n%s;\n它统计人数。",
        "下面是语句：\n%s\n\n它统计人数。",
        "The statement:\n%s\n\nNote: it doesn't count twice.",
        "Select the statement below:\n%s",
        "{\"sql\":\"%s\",\"why\":{\"a\":[1]}}",
        "Here it is: {\"why\":\"x\",\"sql\":\"%s\"} Enjoy.",
        "{\"answer\":{\"sql\":\"%s\"}}",
        "```json\n{\"sql\": \"%s\"}\n```",
      })
  void findsTheStatementInEveryForm(String form) {
    assertThat(extract(form.replace("%s", SQL), SQL)).contains(SQL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        "WITH x AS (SELECT 1) SELECT * FROM x",
        "SHOW TABLES",
        "desc t",
        "DESCRIBE t",
        "EXPLAIN SELECT 1",
        "(SELECT 1) UNION (SELECT 2)",
        "( \n SELECT 1)",
        "SELECT`a`FROM`t`",
        "SELECT 1 -- not the end; yet\n FROM t",
        "SELECT 1 /* ; */ FROM t # ;\n WHERE a",
        "SELECT 'it''s; \\'; ' \"\"\";\" FROM `a;``b`",
        "SELECT a\n\nFROM t\n\nWHERE b = 1",
      })
  void readsBareStatementsToTheirEnd(String sql) {
    assertThat(extract("说明：\n  " + sql + " ;\n谢谢; 再见", sql)).contains(sql);
    assertThat(extract(sql, sql)).contains(sql);
  }

  @Test
  void prefersTheTaggedFence() {
    String text = "SELECT 1;\n```\nSELECT 2\n```\n```sql\nSELECT 3\n```";
    assertThat(extract(text, "SELECT 1", "SELECT 2", "SELECT 3")).contains("SELECT 3");
  }

  @Test
  void goesOnWhenAFenceHoldsNoStatement() {
    String text = "```sql\n-- nothing yet\n```\nthen\n```sql\nSELECT 3\n```";
    assertThat(extract(text, "SELECT 3")).contains("SELECT 3");
  }

  @Test
  void keepsBackticksThatTouchTheFence() {
    assertThat(extract("```sql\nSELECT `a` FROM `t````", "SELECT `a` FROM `t`"))
        .contains("SELECT `a` FROM `t`");
  }

  @Test
  void keepsBackticksInsideALiteral() {
    assertThat(extract("```sql\nSELECT '```'\n```", "SELECT '```'")).contains("SELECT '```'");
  }

  @Test
  void takesProseAfterABlankLineForProseEvenWhenItWouldParse() {
    assertThat(extract("SELECT a FROM t\n\n说明", "SELECT a FROM t", "SELECT a FROM t\n\n说明"))
        .contains("SELECT a FROM t");
  }

  @Test
  void stripsOneSemicolonOnly() {
    assertThat(extract("```sql\nSELECT 1;;\n```", "SELECT 1;")).contains("SELECT 1;");
  }

  @Test
  void neverChangesTheInside() {
    String sql = "SELECT  a,\tb\r\n  FROM t -- 注释\n WHERE c LIKE '% \uFEFF%'";
    assertThat(extract("```sql\r\n" + sql + "\r\n```", sql)).contains(sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT FROM WHERE",
        "DELETE FROM t",
        "drop table t",
        "SELECT 1; DROP TABLE t",
        "SHOW TABLES"
      })
  void handsOnAFencedStatementThatCannotBeReadSoThatItIsRefusedAloudAndRepaired(String sql) {
    assertThat(extract("```sql\n" + sql + ";\n```")).contains(sql);
    assertThat(extract("```\n" + sql + "\n```")).contains(sql);
    assertThat(extract("So:\n```sql\n" + sql)).contains(sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "抱歉，我无法回答这个问题。",
        "Select whatever you like, I cannot help.",
        "```sql\n\n```",
        "```sql\n没有可用的表\n```",
        "```",
        "{\"sql\":5}",
        "{\"sql\":\"SELECT 1\"",
      })
  void findsNothingWhereThereIsNothing(String text) {
    assertThat(new SqlExtraction(sql -> false).extract(text)).isEmpty();
    assertThat(extract(text, "SELECT 1")).isEmpty();
  }

  @Test
  void staysQuickOnLongAndHostileText() {
    SqlExtraction extraction = new SqlExtraction(sql -> false);
    for (String piece : new String[] {"\n", "`", "{", "```sql\n", "SELECT '\n\n", "/* ", "\\'"}) {
      long start = System.nanoTime();
      assertThat(extraction.extract(piece.repeat(200_000 / piece.length()))).isEmpty();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
  }
}
