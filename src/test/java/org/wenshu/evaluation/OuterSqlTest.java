package org.wenshu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OuterSqlTest {
  @Test
  void findsSortKeysAndLimit() {
    OuterSql sql = new OuterSql("SELECT `a`, f(b, c) FROM t ORDER BY COUNT(*) DESC, `a` LIMIT 3");

    assertThat(sql.isOrdered()).isTrue();
    assertThat(sql.sortKeys()).containsExactly("COUNT(*)", "`a`");
    assertThat(sql.limit()).hasValue(3);
  }

  @Test
  void ignoresWhatStandsInBracketsAndQuotes() {
    OuterSql sql =
        new OuterSql(
            "SELECT 'limit 3' FROM (SELECT a FROM t ORDER BY a LIMIT 2) x WHERE `order by`=1");

    assertThat(sql.isOrdered()).isFalse();
    assertThat(sql.limit()).isEmpty();
    assertThat(sql.isPlain()).isTrue();
  }

  @Test
  void putsSortKeysBesideTheColumnsAndDropsTheLimit() {
    OuterSql sql = new OuterSql("SELECT (SELECT 1 FROM u), a FROM t ORDER BY b DESC LIMIT 1");

    assertThat(sql.unlimited(List.of("b")).strip())
        .isEqualTo("SELECT (SELECT 1 FROM u), a , b FROM t ORDER BY b DESC");
  }

  @Test
  void leavesSetOperationsAndOffsetsAlone() {
    assertThat(new OuterSql("SELECT a FROM t UNION SELECT b FROM u ORDER BY a").isPlain())
        .isFalse();
    assertThat(new OuterSql("SELECT a FROM t ORDER BY a LIMIT 1 OFFSET 2").isPlain()).isFalse();
    assertThat(new OuterSql("SELECT a FROM t ORDER BY a LIMIT 2, 1").isPlain()).isFalse();
  }
}
