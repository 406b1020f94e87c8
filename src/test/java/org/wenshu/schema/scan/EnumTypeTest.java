package org.wenshu.schema.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnumTypeTest {
  @Test
  void readsTheValuesInOrder() {
    assertThat(EnumType.values("enum('new','paid','已取消')")).containsExactly("new", "paid", "已取消");
  }

  @Test
  void readsQuotesCommasAndBracketsAsPartOfValues() {
    assertThat(EnumType.values("set('it''s','a,b','(c)','')"))
        .containsExactly("it's", "a,b", "(c)", "");
  }

  @Test
  void findsNoneInOtherTypes() {
    assertThat(EnumType.values("varchar(10)")).isEmpty();
  }
}
