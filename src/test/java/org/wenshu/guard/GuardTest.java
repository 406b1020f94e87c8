package org.wenshu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.generation.DraftSql;
import org.wenshu.question.Wording;
import org.wenshu.security.Caller;

/** What the guard lets through, what it refuses, and in which words. */
class GuardTest {
  private final SqlGuard guard = new SqlGuard(caller -> ShopSchema.POLICY);

  @Nested
  class OneStatement {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT 1; SELECT 2",
          "SELECT 1;;",
          ";SELECT 1",
          "SELECT 'a\\'' ; DROP TABLE orders -- '",
          "SELECT 1 /* outer /* inner */ ; DROP TABLE orders -- */"
        })
    void refusesASecondStatement(String sql) {
      assertRefused(sql, "one-statement");
    }

    @Test
    void mayEndWithASemicolon() {
      assertRendered("SELECT 1 ; -- done", "SELECT 1");
    }

    @Test
    void refusalNamesTheRuleAndThePlace() {
      Judgement.Refused refused = refused("SELECT 1; SELECT 2");
      assertThat(refused.position()).isEqualTo(8);
      assertThat(refused.explanation())
          .isEqualTo(
              new Wording(
                  "违反规则 one-statement（只能有一条语句），位于第 9 个字符",
                  "against the rule one-statement (only one statement is allowed), at character"
                      + " 9"));
    }

    @Test
    void refusalDoesNotTellWhetherAnythingExists() {
      assertThat(refused("SELECT id FROM user_credentials").explanation())
          .isEqualTo(refused("SELECT id FROM userzcredentials").explanation());
    }
  }

  @Nested
  class ReadsOnly {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "DELETE FROM orders",
          "(DELETE FROM orders)",
          "WITH x AS (SELECT 1) DELETE FROM orders",
          "SELECT * FROM orders FOR UPDATE",
          "SELECT * FROM orders LOCK IN SHARE MODE",
          "SELECT id INTO OUTFILE '/tmp/x' FROM orders",
          "SELECT * FROM orders PROCEDURE ANALYSE()",
          "SHOW TABLES",
          "EXPLAIN SELECT 1",
          "show me all orders please"
        })
    void refusesWhatIsNoPlainRead(String sql) {
      assertRefused(sql, "read-only");
    }

    @Test
    void saysSoInTheSameWordsEveryTime() {
      Wording expected = new Wording("只允许执行只读查询", "Only read-only queries may be run");
      assertThat(refused("DROP TABLE orders").wording()).isEqualTo(expected);
      assertThat(refused("SELECT SLEEP(5)").wording()).isEqualTo(expected);
      assertThat(refused("SELECT @a").wording()).isEqualTo(expected);
      assertThat(refused("SELECT `sleep`(5)").wording()).isEqualTo(expected);
      assertThat(refused("SELECT /*! 1 */").wording()).isEqualTo(expected);
    }

    @Test
    void aSlipOfThePenIsASyntaxErrorThatARepairCanActOn() {
      assertRefused("SELECT TOP 5 id FROM orders", "syntax");
      assertThat(refused("SELECT TOP 5 id FROM orders").wording().english())
          .isEqualTo("You have an error in your SQL syntax near '5 id FROM orders'");
    }
  }

  @Nested
  class Spelling {
    @Test
    void refusesCommentsThatTheServerExecutes() {
      assertRefused("SELECT 1 /*!50000 INTO OUTFILE '/tmp/x' */", "executable-comment");
      assertRefused("SELECT 1 /*M! + 1 */", "executable-comment");
      assertRefused("SELECT /*+ SET_VAR(sql_mode='ANSI_QUOTES') */ 1", "optimizer-hint");
    }

    @Test
    void dropsOrdinaryComments() {
      assertRendered("SELECT /* it's; fine */ 1 # end", "SELECT 1");
    }

    @Test
    void refusesVariables() {
      assertRefused("SELECT @@datadir", "variable");
      assertRefused("SELECT @n := 1", "variable");
    }

    @Test
    void refusesWhatNoReaderCanSee() {
      assertRefused("SELECT\u00a01", "invisible-character");
      assertRefused("SELECT id FROM user_cre\u200bdentials", "invisible-character");
      assertRefused("SELECT 'abc", "spelling");
      assertRefused("SELECT ?", "spelling");
    }

    @Test
    void refusesStringsOfCharacterSetsThatHideQuotes() {
      assertRefused("SELECT _gbk'a'", "syntax");
      assertRendered("SELECT _utf8mb4'a' AS a", "SELECT _utf8mb4 'a' AS `a`");
    }
  }

  @Nested
  class Tables {
    @Test
    void unknownAndDeniedTablesLookAlike() {
      assertThat(refused("SELECT * FROM nowhere").wording())
          .isEqualTo(new Wording("Table 'nowhere' doesn't exist", "Table 'nowhere' doesn't exist"));
      assertThat(refused("SELECT * FROM user_credentials").wording().english())
          .isEqualTo("Table 'user_credentials' doesn't exist");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT user FROM mysql.user",
          "SELECT 1 FROM information_schema . tables",
          "SELECT 1 FROM orders WHERE EXISTS (SELECT 1 FROM user_credentials)",
          "WITH orders AS (SELECT * FROM user_credentials) SELECT 1 FROM orders",
          "WITH user_credentials AS (SELECT 1 AS id) SELECT id FROM shop.user_credentials",
          "WITH x AS (SELECT 1 AS id) SELECT id FROM X",
          "SELECT id FROM `orders `"
        })
    void areLookedUpWhereverTheyStand(String sql) {
      assertRefused(sql, "table");
    }

    @Test
    void areSpeltAsCatalogued() {
      assertRendered(
          "SELECT Orders.id FROM Orders", "SELECT `Orders`.`id` FROM `orders` AS `Orders`");
    }

    @Test
    void areNamedInTheJudgement() {
      assertThat(admitted("SELECT o.id FROM orders o JOIN customers c ON c.id = o.id").tables())
          .isEqualTo(Set.of("customers", "orders"));
    }
  }

  @Nested
  class Columns {
    @Test
    void unknownAndDeniedColumnsLookAlike() {
      assertThat(refused("SELECT nothing FROM customers").wording().chinese())
          .isEqualTo("Unknown column 'nothing' in 'field list'");
      assertThat(refused("SELECT phone FROM customers").wording().chinese())
          .isEqualTo("Unknown column 'phone' in 'field list'");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT name FROM customers WHERE phone LIKE '1%'",
          "SELECT name FROM customers ORDER BY c.phone",
          "SELECT a.name FROM customers a JOIN customers b USING (phone)",
          "SELECT MAX(salary) FROM employees",
          "SELECT name FROM orders, LATERAL (SELECT phone AS name FROM customers) t",
          "SELECT (SELECT c.phone) FROM customers c",
          "SELECT id FROM customers A, orders a WHERE a.phone = 1"
        })
    void areLookedUpWhereverTheyStand(String sql) {
      assertRefused(sql, "column");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT * FROM customers", "SELECT c.* FROM orders o, customers c"})
    void starMayNotHideADeniedOne(String sql) {
      assertRefused(sql, "star");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "SELECT status AS s, COUNT(*) AS n FROM orders GROUP BY s HAVING n > 1 ORDER BY n",
          "SELECT c.name FROM customers c WHERE EXISTS (SELECT 1 FROM orders WHERE customer_id = c.id)",
          "SELECT t.n FROM (SELECT COUNT(*) AS n FROM orders) t",
          "SELECT `COUNT(*)` FROM (SELECT COUNT(*) FROM orders) t",
          "WITH t(a, b) AS (SELECT id, name FROM customers) SELECT b FROM t ORDER BY a",
          "SELECT id FROM orders UNION SELECT id FROM customers ORDER BY id"
        })
    void areFoundInEveryScope(String sql) {
      admitted(sql);
    }
  }

  @Nested
  class Functions {
    @Test
    void onlyListedBuiltInsMayBeCalled() {
      admitted("SELECT UPPER(name), DATE_FORMAT(created_at, '%Y') FROM customers");
      assertRefused("SELECT LOAD_FILE('/etc/passwd')", "function");
      assertRefused("SELECT CURRENT_USER", "function");
      assertRefused("SELECT shop.fn_touch(1)", "function");
    }

    @Test
    void noFunctionIsBothAllowedAndRefused() {
      assertThat(BuiltInFunctions.ALLOWED).doesNotContainAnyElementsOf(BuiltInFunctions.REFUSED);
    }

    @Test
    void unknownOnesAreCalledUnknown() {
      assertThat(refused("SELECT fn_touch(1)").wording().english())
          .isEqualTo("FUNCTION FN_TOUCH does not exist");
    }

    @Test
    void stringsOfAGivenLengthStaySmall() {
      admitted("SELECT REPEAT('*', 3), LPAD(name, 12, '0') FROM products");
      assertRefused("SELECT REPEAT('a', 1000000000)", "string-length");
      assertRefused("SELECT REPEAT('a', stock) FROM products", "string-length");
      assertRefused("SELECT REPEAT(REPEAT('a', 1000), 1000)", "string-length");
      assertRefused("SELECT CAST('a' AS BINARY(100000000))", "string-length");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "'^(a+)+$'",
          "'(a|aa)*b'",
          "'(a*b){9}'",
          "'(a)\\\\1'",
          "name",
          "CONCAT('a', '+')"
        })
    void patternsThatBacktrackWithoutEndAreRefused(String pattern) {
      assertRefused("SELECT 1 FROM products WHERE name REGEXP " + pattern, "regular-expression");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'^(Phone|Charger)'", "'[(+]+'", "'a.*b'", "'^\\\\d{3}-[0-9]+$'"})
    void ordinaryPatternsPass(String pattern) {
      admitted("SELECT 1 FROM products WHERE name REGEXP " + pattern);
    }
  }

  @Nested
  class Cost {
    @Test
    void oneJoinMayLackAPredicate() {
      admitted("SELECT COUNT(*) FROM orders a, customers b");
      assertRefused("SELECT COUNT(*) FROM orders a, customers b, products c", "join");
      assertRefused(
          "SELECT 1 FROM orders a JOIN order_items b ON a.id = a.id JOIN products c ON TRUE",
          "join");
      assertRefused("SELECT 1 FROM (SELECT 1 AS x FROM orders a, orders b) t, products c", "join");
    }

    @Test
    void disjunctionRelatesOnlyWhatEveryBranchRelates() {
      admitted(
          "SELECT 1 FROM orders a, orders b, orders c"
              + " WHERE (a.id = b.id OR a.status = b.status) AND b.id = c.id");
      assertRefused(
          "SELECT 1 FROM orders a, orders b, orders c WHERE (a.id = b.id OR 1 = 1)", "join");
    }

    @Test
    void relationsOfOneRowMultiplyNothing() {
      admitted(
          "SELECT a.n, b.n, c.n FROM (SELECT COUNT(*) AS n FROM orders) a,"
              + " (SELECT COUNT(*) AS n FROM customers) b, (SELECT MAX(id) AS n FROM products) c");
    }

    @Test
    void recursionsCountUpToASmallConstant() {
      admitted(
          "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 9) SELECT i FROM n");
      assertRefused(
          "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
          "recursion");
      assertRefused(
          "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 99999)"
              + " SELECT i FROM n",
          "recursion");
      assertRefused(
          "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 0 FROM n WHERE i < 9)"
              + " SELECT i FROM n",
          "recursion");
      assertRefused(
          "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n, orders WHERE i < 9)"
              + " SELECT i FROM n",
          "recursion");
    }

    @Test
    void lengthNestingAndTablesAreBounded() {
      assertRefused("SELECT '" + "a".repeat(20_000) + "'", "length");
      assertRefused("SELECT " + "(".repeat(500) + "1" + ")".repeat(500), "syntax");
      assertRefused("SELECT " + "- ".repeat(5_000) + "1", "syntax");
      assertRefused("SELECT 1 WHERE " + "NOT ".repeat(4_000) + "1", "syntax");
      assertRefused(
          "SELECT 1 FROM orders a0" + " JOIN orders USING (id)".repeat(60), "table-count");
    }

    @Test
    void noTreeIsDeepEnoughToExhaustTheStack() {
      assertRefused("SELECT 1 FROM orders a" + " JOIN orders".repeat(1_500), "syntax");
      assertRefused("SELECT 1" + " IS NULL".repeat(2_000), "syntax");
      assertRefused("SELECT 'a'" + " COLLATE utf8mb4_bin".repeat(900), "syntax");
      assertRefused("SELECT " + "CASE WHEN ".repeat(900) + "1", "syntax");
      assertRefused("SELECT " + "(SELECT ".repeat(900) + "1" + ")".repeat(900), "syntax");
      assertRefused("SELECT " + "ABS(".repeat(900) + "1" + ")".repeat(900), "syntax");
    }

    @Test
    void longListsAndChainsPass() {
      admitted("SELECT id FROM orders WHERE id IN (1" + ", 1".repeat(5_000) + ")");
      admitted("SELECT id FROM orders WHERE id = 1" + " OR id = 1".repeat(1_500));
    }
  }

  @Nested
  class Rendering {
    @Test
    void whatRunsIsWrittenAnew() {
      assertRendered(
          "select  o.id,count( * ) n from orders o where total_amount--1>0 limit 5,10",
          "SELECT `o`.`id`, COUNT(*) AS `n` FROM `orders` AS `o`"
              + " WHERE `total_amount` - - 1 > 0 LIMIT 10 OFFSET 5");
    }

    @Test
    void columnsKeepTheLabelsOfTheSource() {
      assertRendered("SELECT count(*) FROM orders", "SELECT COUNT(*) AS `count(*)` FROM `orders`");
      assertRendered("SELECT +(id) FROM orders", "SELECT + (`id`) FROM `orders`");
    }
  }

  private Judgement judge(String sql) {
    return guard.judge(new DraftSql(sql), ShopSchema.SNAPSHOT, Caller.anonymous());
  }

  private GuardedSql admitted(String sql) {
    Judgement judgement = judge(sql);
    assertThat(judgement).as(sql).isInstanceOf(Judgement.Admitted.class);
    return ((Judgement.Admitted) judgement).sql();
  }

  private Judgement.Refused refused(String sql) {
    Judgement judgement = judge(sql);
    assertThat(judgement).as(sql).isInstanceOf(Judgement.Refused.class);
    return (Judgement.Refused) judgement;
  }

  private void assertRefused(String sql, String rule) {
    assertThat(refused(sql).rule()).as(sql).isEqualTo(rule);
  }

  private void assertRendered(String sql, String rendered) {
    assertThat(admitted(sql).text()).isEqualTo(rendered);
  }
}
