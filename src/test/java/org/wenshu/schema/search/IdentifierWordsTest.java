package org.wenshu.schema.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierWordsTest {
  @ParameterizedTest
  @CsvSource({
    "users, users",
    "order_items, order items orderitems",
    "orderItems, order Items orderitems",
    "HTTPServer, HTTP Server httpserver",
    "WH_MEMBER_T, WH MEMBER T whmembert",
    "address2, address 2 address2",
    "用户表, 用户表",
    "t_用户, t 用户 t用户",
    "_id, id",
  })
  void cutsNames(String name, String words) {
    assertThat(IdentifierWords.of(name)).isEqualTo(words);
  }
}
