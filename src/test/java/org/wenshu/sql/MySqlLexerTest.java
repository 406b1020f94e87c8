package org.wenshu.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wenshu.sql.SqlToken.Kind;

/** Where MySQL 8 ends one token and starts the next. */
class MySqlLexerTest {
  @Test
  void backslashKeepsAStringOpen() {
    assertCut("'a\\'' ; DROP", "STRING('a\\'') SEMICOLON(;) WORD(DROP)");
    assertCut("\"x\\\"\" ;", "STRING(\"x\\\"\") SEMICOLON(;)");
    assertCut("'C:\\\\' AS p", "STRING('C:\\\\') WORD(AS) WORD(p)");
  }

  @Test
  void doubledQuoteKeepsAStringOpen() {
    assertCut("'it''s -- fine'", "STRING('it''s -- fine')");
    assertCut("'a' 'b'", "STRING('a') STRING('b')");
  }

  @Test
  void stringWithoutEndIsInvalid() {
    assertCut("'abc FROM x", "INVALID('abc FROM x)");
    assertCut("'abc\\", "INVALID('abc\\)");
    assertCut("`abc", "INVALID(`abc)");
    assertCut("N'abc", "INVALID(N'abc)");
  }

  @Test
  void nationalStringsAndIntroducersAreTold() {
    assertCut("N'国' n", "NATIONAL_STRING(N'国') WORD(n)");
    assertCut("_utf8mb4'a' _none'a'", "INTRODUCER(_utf8mb4) STRING('a') WORD(_none) STRING('a')");
    assertCut("t._utf8", "WORD(t) PUNCTUATION(.) WORD(_utf8)");
  }

  @Test
  void hexAndBitLiteralsAreTold() {
    assertCut("0x1F x'1f' X'1F'", "HEX(0x1F) HEX(x'1f') HEX(X'1F')");
    assertCut("0b01 b'1' B'01'", "BIT(0b01) BIT(b'1') BIT(B'01')");
    assertCut("0X1F 0xZZ 0x1g 0b2", "WORD(0X1F) WORD(0xZZ) WORD(0x1g) WORD(0b2)");
    assertCut("x'1'", "INVALID(x'1')");
    assertCut("x'1z' ", "INVALID(x'1z' )");
  }

  @Test
  void numbersEndWhereNamesBegin() {
    assertCut("1 .5 1.5e-3 1E9 1.", "NUMBER(1) NUMBER(.5) NUMBER(1.5e-3) NUMBER(1E9) NUMBER(1.)");
    assertCut("2nd 1e 1e5x", "WORD(2nd) WORD(1e) NUMBER(1e5) WORD(x)");
    assertCut("1.5e", "INVALID(1.5e)");
    assertCut("1.a", "NUMBER(1.) WORD(a)");
  }

  @Test
  void digitsBehindAGluedDotAreAName() {
    assertCut("t.1e5", "WORD(t) PUNCTUATION(.) WORD(1e5)");
    assertCut("t .5", "WORD(t) NUMBER(.5)");
    assertCut("`t`.5", "QUOTED_IDENTIFIER(`t`) NUMBER(.5)");
    assertCut("`t`.x'a'", "QUOTED_IDENTIFIER(`t`) PUNCTUATION(.) WORD(x) STRING('a')");
  }

  @Test
  void twoMinusSignsNeedASpaceToBeAComment() {
    assertCut("1--1", "NUMBER(1) OPERATOR(-) OPERATOR(-) NUMBER(1)");
    assertCut("1 -- 1\n2", "NUMBER(1) COMMENT(-- 1) NUMBER(2)");
    assertCut("1 --\t1", "NUMBER(1) COMMENT(--\t1)");
    assertCut("1 --", "NUMBER(1) COMMENT(--)");
    assertCut("1 --;x", "NUMBER(1) OPERATOR(-) OPERATOR(-) SEMICOLON(;) WORD(x)");
  }

  @Test
  void lineCommentsEndAtLineFeedOnly() {
    assertCut("1 # a\r; b\n;", "NUMBER(1) COMMENT(# a\r; b) SEMICOLON(;)");
    assertCut("-- a\0; x", "INVALID(-- a\0; x)");
  }

  @Test
  void blockCommentsDoNotNest() {
    assertCut("/* a /* b */ ;", "COMMENT(/* a /* b */) SEMICOLON(;)");
    assertCut("/* ' */ ; /* ` */", "COMMENT(/* ' */) SEMICOLON(;) COMMENT(/* ` */)");
    assertCut("/*/ x", "INVALID(/*/ x)");
    assertCut("a/**/b", "WORD(a) COMMENT(/**/) WORD(b)");
  }

  @Test
  void commentsThatActAreTold() {
    assertCut("/*!50000 x */", "EXECUTABLE_COMMENT(/*!50000 x */)");
    assertCut("/*M! x */", "EXECUTABLE_COMMENT(/*M! x */)");
    assertCut("/*! ; x", "EXECUTABLE_COMMENT(/*! ; x)");
    assertCut("/*+ SET_VAR(a=1) */", "HINT(/*+ SET_VAR(a=1) */)");
    assertCut("/* ! x */", "COMMENT(/* ! x */)");
  }

  @Test
  void backticksQuoteNames() {
    assertCut("`a``b; DROP`", "QUOTED_IDENTIFIER(`a``b; DROP`)");
    assertCut("`a\\` b", "QUOTED_IDENTIFIER(`a\\`) WORD(b)");
    assertCut("``", "INVALID(``)");
  }

  @Test
  void variablesAreOneToken() {
    assertCut(
        "@a @@global.x @`b` @'c' @@a",
        "VARIABLE(@a) VARIABLE(@@global.x) VARIABLE(@`b`)" + " VARIABLE(@'c') VARIABLE(@@a)");
    assertCut("@n := 1", "VARIABLE(@n) OPERATOR(:=) NUMBER(1)");
  }

  @Test
  void operatorsAreTakenAsLongAsTheyGo() {
    assertCut("a->>'$'", "WORD(a) OPERATOR(->>) STRING('$')");
    assertCut(
        "<=> <= <> << >= >> != && ||",
        "OPERATOR(<=>) OPERATOR(<=) OPERATOR(<>)"
            + " OPERATOR(<<) OPERATOR(>=) OPERATOR(>>) OPERATOR(!=) OPERATOR(&&) OPERATOR(||)");
  }

  @Test
  void everyCharacterBeyondAsciiIsPartOfAName() {
    assertCut("DELETE\u00a0FROM", "WORD(DELETE\u00a0FROM)");
    assertCut("SELECT\u3000*", "WORD(SELECT\u3000) OPERATOR(*)");
    assertCut("\ufeffDELETE", "WORD(\ufeffDELETE)");
    assertCut("金额 t", "WORD(金额) WORD(t)");
    assertCut("😀", "INVALID(😀)");
  }

  @Test
  void whatTheServerCannotCutIsInvalid() {
    for (String bad : List.of("\0", "\\", "?", "$x", "\u0001", "`a\0b`")) {
      assertThat(MySqlLexer.tokens(bad)).as(bad).extracting(SqlToken::kind).contains(Kind.INVALID);
    }
  }

  @Test
  void tokensKnowTheirPlace() {
    String sql = "SELECT  'a' FROM t";
    for (SqlToken token : MySqlLexer.tokens(sql)) {
      assertThat(sql.substring(token.start(), token.end())).isEqualTo(token.text());
    }
  }

  @Test
  void namesAndStringsAreDecoded() {
    assertThat(MySqlLexer.tokens("`a``b`").get(0).name()).isEqualTo("a`b");
    assertThat(MySqlLexer.tokens("'it''s \\n\\'x\\' \\% \\_ \\q'").get(0).value())
        .isEqualTo("it's \n'x' \\% \\_ q");
    assertThat(MySqlLexer.tokens("N'a'").get(0).value()).isEqualTo("a");
  }

  @Test
  void writtenLiteralsAreReadBackAlike() {
    for (String value : List.of("it's", "C:\\", "50\\%", "a\\_b", "\\\\%", "", "\0", "\\'", "中文")) {
      assertThat(SqlStrings.decode(SqlStrings.literal(value))).isEqualTo(value);
    }
    assertThat(MySqlLexer.tokens(SqlStrings.quotedName("a`b")).get(0).name()).isEqualTo("a`b");
  }

  @Test
  void codeLeavesOrdinaryCommentsOut() {
    assertThat(MySqlLexer.code("a /* b */ c -- d"))
        .extracting(SqlToken::text)
        .containsExactly("a", "c");
  }

  private static void assertCut(String sql, String expected) {
    String cut =
        MySqlLexer.tokens(sql).stream()
            .map(t -> t.kind() + "(" + t.text() + ")")
            .collect(Collectors.joining(" "));
    assertThat(cut).isEqualTo(expected);
  }
}
