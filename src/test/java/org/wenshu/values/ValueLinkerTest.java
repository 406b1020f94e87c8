package org.wenshu.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.generation.DraftSql;
import org.wenshu.values.ValuesConfig.OnAmbiguous;

class ValueLinkerTest {
  private static final String[] DEPT = {
    "大数据事业部", "智能云网事业部", "研发中心", "O'Brien\\部", "ANDROID组", "市场部一", "市场部二"
  };
  private static final String[] NAMES = {"大数据平台科", "财务管理科", "云网运营科"};
  private static final String[] PROJECTS = {"数字城市二期工程 ", "智慧水务"};

  private final ValueLinker linker = linker(OnAmbiguous.BEST);

  private static InMemoryStoredValues stored() {
    return new InMemoryStoredValues()
        .with("WH_MEMBER_T.DEPT", DEPT)
        .with("WH_MEMBER_T.DEPARTMENT_NAME", NAMES)
        .with("WH_MEMBER_T.PROJECT_NAME", PROJECTS)
        .with("WH_PLAN_T.DEPT", "大数据事业部")
        .with("WH_NAME_T.DEPARTMENT_NAME", "大数据平台科");
  }

  private static ValueLinker linker(OnAmbiguous onAmbiguous) {
    ValuesConfig d = ValuesConfig.defaults();
    return new ValueLinker(
        stored(),
        new ValuesConfig(d.dictionaries(), d.ttl(), d.cap(), d.firstWait(), onAmbiguous),
        Runnable::run);
  }

  private String link(String sql) {
    String linked = linker.link(new DraftSql(sql), LinkingSchema.SNAPSHOT).sql().text();
    assertThat(linker.link(new DraftSql(linked), LinkingSchema.SNAPSHOT).sql().text())
        .as("a second pass")
        .isEqualTo(linked);
    return linked;
  }

  private String where(String condition) {
    String head = "SELECT NAME FROM WH_MEMBER_T WHERE ";
    String linked = link(head + condition);
    assertThat(linked).startsWith(head);
    return linked.substring(head.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "`DEPARTMENT_NAME` LIKE '%大数据部%' | `DEPT` = '大数据事业部'",
        "DEPT = '智能云网' | `DEPT` = '智能云网事业部'",
        "PROJECT_NAME LIKE '%数字城市%' | \"`PROJECT_NAME` = '数字城市二期工程 '\"",
        "`DEPT` LIKE '%研发%' | `DEPT` = '研发中心'",
        "dept = '研发' | `dept` = '研发中心'",
        "'智能云网' = `DEPT` | `DEPT` = '智能云网事业部'",
        "DEPT = '%大数据% ' | `DEPT` = '大数据事业部'",
        "DEPT = 'ＡＮＤＲＯＩＤ' | `DEPT` = 'ANDROID组'",
        "DEPT = 'android' | `DEPT` = 'ANDROID组'",
        "DEPARTMENT_NAME = '财务科' | `DEPARTMENT_NAME` = '财务管理科'",
        "DEPARTMENT_NAME LIKE '财务%' | `DEPARTMENT_NAME` = '财务管理科'",
        "DEPT = '财务管理科' | `DEPARTMENT_NAME` = '财务管理科'",
        "DEPT = \"研发\" | `DEPT` = '研发中心'",
        "DEPT = 'brien' | `DEPT` = 'O''Brien\\\\部'",
        "WH_MEMBER_T.`DEPARTMENT_NAME` = '大数据部' | WH_MEMBER_T.`DEPT` = '大数据事业部'",
        "`shop` . WH_MEMBER_T . DEPT = '研发' | `shop` . WH_MEMBER_T .`DEPT` = '研发中心'",
      })
  void resolvesAbbreviations(String condition, String linked) {
    assertThat(where(condition)).isEqualTo(linked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`DEPT` NOT LIKE '%大数据%'",
        "`DEPT` != '大数据'",
        "`DEPT` <> '大数据'",
        "`DEPT` NOT IN ('大数据')",
        "NOT DEPT = '大数据'",
        "NOT (DEPT = '大数据' OR STATUS = 'x')",
        "NOT ((DEPT = '大数据'))",
        "(DEPT = '大数据') IS NOT TRUE",
        "(DEPT = '大数据') = 0",
        "0 = (DEPT = '大数据')",
        "`DEPT` IS NOT NULL",
        "`DEPT` IS NULL",
        "`DEPT` = ''",
        "`DEPT` = ' '",
        "`DEPT` LIKE '%'",
        "`DEPT` LIKE ''",
        "`DEPT` = `NAME`",
        "`DEPT` = CONCAT('大', '数据')",
        "`DEPT` = ?",
        "`DEPT` = @d",
        "`DEPT` > '大数据'",
        "`DEPT` <=> '大数据'",
        "`DEPT` = '大数据' '部'",
        "`DEPT` = '大数据' COLLATE utf8mb4_bin",
        "`DEPT` = _utf8mb4'大数据'",
        "`DEPT` LIKE '大_据'",
        "`DEPT` LIKE '大%部'",
        "`DEPT` LIKE '%大数据|%%' ESCAPE '|'",
        "`DEPT` LIKE '%部%'",
        "`DEPT` IN ('大数据', NAME)",
        "`DEPT` IN ('大数据', 5)",
        "UPPER(`DEPT`) = '大数据'",
        "BINARY `DEPT` = '大数据'",
        "`DEPT` = '大数据' = 1",
        "`DEPT` = '大数据事业部'",
        "`DEPT` = 'android组'",
        "`DEPT` = '不存在的地方'",
        "STATUS = '大数据'",
        "NAME BETWEEN 'a' AND DEPT = '大数据'",
        "x.DEPT = '大数据'",
      })
  void leavesAlone(String condition) {
    assertThat(where(condition)).isEqualTo(condition);
  }

  @Test
  void toleratesWordsInsideLiterals() {
    assertThat(where("STATUS = 'DEPT = ''大数据''' AND DEPT = 'ANDROID' AND NAME = 'x OR y'"))
        .isEqualTo("STATUS = 'DEPT = ''大数据''' AND `DEPT` = 'ANDROID组' AND NAME = 'x OR y'");
  }

  @Test
  void resolvesListsElementByElement() {
    assertThat(where("`DEPT` IN ('大数据','研发中心', '没有此部门')"))
        .isEqualTo("`DEPT` IN ('大数据事业部', '研发中心', '没有此部门')");
    assertThat(where("`DEPT` IN ('研发')")).isEqualTo("`DEPT` IN ('研发中心')");
    assertThat(where("DEPT IN ('研发中心')")).isEqualTo("DEPT IN ('研发中心')");
  }

  @Test
  void splitsAListWhoseElementsEndInDifferentFields() {
    assertThat(where("WH_MEMBER_T.DEPT IN ('研发', '财务管理科', '大数据事业部') AND 1"))
        .isEqualTo(
            "(WH_MEMBER_T.`DEPT` IN ('研发中心', '大数据事业部')"
                + " OR WH_MEMBER_T.`DEPARTMENT_NAME` IN ('财务管理科')) AND 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 FROM WH_MEMBER_T Where #DEPT = '研发'#",
        "SELECT 1 FROM WH_MEMBER_T m WHERE m.NAME IN (SELECT p.PLAN FROM WH_PLAN_T p WHERE"
            + " #p.DEPT = '大数据'#)",
        "SELECT 1 FROM WH_MEMBER_T m WHERE NOT EXISTS (SELECT 1 FROM WH_PLAN_T WHERE"
            + " #m.DEPT = '研发'#)",
        "WITH a AS (SELECT NAME FROM WH_MEMBER_T WHERE #DEPT = '研发'#) SELECT * FROM a",
        "WITH a AS (SELECT DEPT AS d FROM WH_MEMBER_T) SELECT * FROM a WHERE #d = '研发'#",
        "WITH a (x) AS (SELECT DEPT FROM WH_MEMBER_T) SELECT DEPT FROM PLAIN, a WHERE #a.x = '研发'#",
        "SELECT 1 FROM WH_PLAN_T WHERE #DEPT = '大数据'# UNION ALL SELECT 2 FROM WH_MEMBER_T WHERE"
            + " #DEPT = '研发'#",
        "(SELECT 1 FROM WH_PLAN_T WHERE #DEPT = '大数据'#) UNION (SELECT 2 FROM WH_MEMBER_T WHERE"
            + " #DEPT = '研发'#) ORDER BY 1",
        "SELECT 1 FROM PLAIN p LEFT JOIN WH_MEMBER_T AS m ON p.NAME = m.NAME AND #m.DEPT = '研发'#"
            + " WHERE p.NAME = 'DEPT'",
        "SELECT 1 FROM (PLAIN p JOIN WH_MEMBER_T m USING (NAME)) WHERE #DEPT = '研发'#",
        "SELECT 1 FROM (SELECT * FROM WH_MEMBER_T) x WHERE #x.DEPT = '研发'#",
        "SELECT 1 FROM (SELECT m.* FROM WH_MEMBER_T m JOIN PLAIN p ON 1) x WHERE #DEPT = '研发'#",
        "SELECT 1 FROM (SELECT DEPT FROM WH_MEMBER_T UNION SELECT DEPT FROM WH_MEMBER_T) x WHERE"
            + " #DEPT = '研发'#",
        "SELECT SUM(#DEPT = '研发'#), SUM(CASE WHEN #DEPT = '研发'# THEN 1 ELSE 0 END) c"
            + " FROM WH_MEMBER_T",
        "SELECT DEPT, COUNT(*) FROM WH_MEMBER_T GROUP BY DEPT HAVING #DEPT = '研发'# ORDER BY 2",
        "SELECT 1 FROM WH_MEMBER_T WHERE (#DEPT = '研发'# OR (#DEPT = '研发'#)) AND NAME = 'a'",
        "SELECT 1 FROM WH_MEMBER_T PARTITION (p0) USE INDEX (i) WHERE #DEPT = '研发'# && 1 LIMIT 3;",
        "SELECT /* DEPT = '研发' */ 'DEPT = ''研发''' FROM WH_MEMBER_T -- DEPT = '研发'\n"
            + " WHERE #DEPT = '研发'#",
        "SELECT 1 FROM WH_MEMBER_T WHERE (SELECT (DEPT = '研发') FROM WH_PLAN_T) = 1",
        "EXPLAIN FORMAT = JSON SELECT 1 FROM WH_MEMBER_T WHERE #DEPT = '研发'#",
        "SELECT 1 FROM WH_MEMBER_T, WH_PLAN_T WHERE DEPT = '研发'",
        "SELECT 1 FROM WH_MEMBER_T m, unknown_table u WHERE DEPT = '研发'",
        "SELECT 1 FROM other.WH_MEMBER_T WHERE DEPT = '研发'",
        "SELECT 1 FROM (SELECT UPPER(DEPT) AS DEPT FROM WH_MEMBER_T) x WHERE DEPT = '研发'",
        "SELECT 1 FROM (SELECT NAME AS DEPT FROM PLAIN) x WHERE DEPT = '研发'",
        "SELECT 1 FROM WH_MEMBER_T WHERE DEPT = '研发",
        "SELECT 1 FROM WH_MEMBER_T WHERE (DEPT = '研发'",
        "SELECT 1 FROM WH_MEMBER_T WHERE /*!80000 NOT */ DEPT = '研发'",
        "UPDATE WH_MEMBER_T SET NAME = 'x' WHERE DEPT = '研发'",
        "DEPT",
      })
  void touchesOnlyThePredicatesOfItsScope(String marked) {
    String expected =
        marked
            .replace("#m.DEPT = '研发'#", "m.`DEPT` = '研发中心'")
            .replace("#p.DEPT = '大数据'#", "p.`DEPT` = '大数据事业部'")
            .replace("#x.DEPT = '研发'#", "x.`DEPT` = '研发中心'")
            .replace("#a.x = '研发'#", "a.`x` = '研发中心'")
            .replace("#d = '研发'#", "`d` = '研发中心'")
            .replace("#DEPT = '大数据'#", "`DEPT` = '大数据事业部'")
            .replace("#DEPT = '研发'#", "`DEPT` = '研发中心'");
    assertThat(expected).doesNotContain("#");
    assertThat(link(marked.replace("#", ""))).isEqualTo(expected);
  }

  @Test
  void changesTheFieldOnlyWithinTheTable() {
    assertThat(link("SELECT 1 FROM WH_NAME_T WHERE DEPARTMENT_NAME = '大数据部'"))
        .isEqualTo("SELECT 1 FROM WH_NAME_T WHERE DEPARTMENT_NAME = '大数据部'");
    assertThat(link("SELECT 1 FROM WH_NAME_T WHERE DEPARTMENT_NAME = '数据科'"))
        .isEqualTo("SELECT 1 FROM WH_NAME_T WHERE `DEPARTMENT_NAME` = '大数据平台科'");
  }

  @Test
  void doesNotChangeToAFieldWhoseNameWouldBeAmbiguous() {
    String sql =
        "SELECT 1 FROM WH_MEMBER_T m JOIN WH_PLAN_T p ON m.NAME = p.PLAN"
            + " WHERE DEPARTMENT_NAME LIKE '%大数据部%'";
    assertThat(link(sql)).isEqualTo(sql);
    assertThat(link(sql.replace("DEPARTMENT_NAME", "m.DEPARTMENT_NAME")))
        .endsWith(" WHERE m.`DEPT` = '大数据事业部'");
  }

  @Test
  void reportsWhatItDid() {
    ValueLinking linking =
        linker.link(
            new DraftSql(
                "SELECT 1 FROM WH_MEMBER_T WHERE `DEPARTMENT_NAME` LIKE '%大数据部%' AND"
                    + " PROJECT_NAME = '数字城市'"),
            LinkingSchema.SNAPSHOT);
    assertThat(linking.substitutions())
        .containsExactly(
            new Substitution(
                "department",
                "`DEPARTMENT_NAME` LIKE '%大数据部%'",
                "`DEPT` = '大数据事业部'",
                "subsequence",
                false,
                List.of()),
            new Substitution(
                "project",
                "PROJECT_NAME = '数字城市'",
                "`PROJECT_NAME` = '数字城市二期工程 '",
                "prefix",
                false,
                List.of()));
  }

  @Test
  void marksTies() {
    DraftSql draft = new DraftSql("SELECT 1 FROM WH_MEMBER_T WHERE DEPT = '市场'");
    Substitution best = linker.link(draft, LinkingSchema.SNAPSHOT).substitutions().get(0);
    assertThat(best.to()).isEqualTo("`DEPT` = '市场部一'");
    assertThat(best.ambiguous()).isTrue();
    assertThat(best.alternatives()).containsExactly("市场部二");
    assertThat(linker(OnAmbiguous.ALL).link(draft, LinkingSchema.SNAPSHOT).sql().text())
        .endsWith("WHERE `DEPT` IN ('市场部一', '市场部二')");
    assertThat(linker(OnAmbiguous.KEEP).link(draft, LinkingSchema.SNAPSHOT).sql()).isEqualTo(draft);
  }

  @Test
  void readsNothingWhenNoDictionaryColumnIsMentioned() {
    InMemoryStoredValues stored = stored();
    ValueLinker other = new ValueLinker(stored, ValuesConfig.defaults(), Runnable::run);
    DraftSql draft = new DraftSql("SELECT NAME FROM PLAIN WHERE NAME = '研发'");
    assertThat(other.link(draft, LinkingSchema.SNAPSHOT).sql()).isSameAs(draft);
    assertThat(stored.reads).isEmpty();
  }

  @Test
  void aColumnThatCannotBeReadDisablesItsGroupOnly() {
    InMemoryStoredValues stored = stored();
    stored.lose("WH_MEMBER_T.DEPARTMENT_NAME");
    ValueLinker other = new ValueLinker(stored, ValuesConfig.defaults(), Runnable::run);
    assertThat(
            other
                .link(
                    new DraftSql(
                        "SELECT 1 FROM WH_MEMBER_T WHERE DEPT = '研发' AND PROJECT_NAME = '水务'"),
                    LinkingSchema.SNAPSHOT)
                .sql()
                .text())
        .endsWith("WHERE DEPT = '研发' AND `PROJECT_NAME` = '智慧水务'");
  }

  @Test
  void tellsLetterCasesAndBlanksApartWhereTheDatabaseDoes() {
    InMemoryStoredValues strict =
        new InMemoryStoredValues(true, false).with("WH_PLAN_T.DEPT", "Cloud ");
    InMemoryStoredValues lax =
        new InMemoryStoredValues(false, true).with("WH_PLAN_T.DEPT", "Cloud ");
    DraftSql draft = new DraftSql("SELECT 1 FROM WH_PLAN_T WHERE DEPT = 'cloud'");
    assertThat(
            new ValueLinker(strict, ValuesConfig.defaults(), Runnable::run)
                .link(draft, LinkingSchema.SNAPSHOT)
                .sql()
                .text())
        .endsWith("`DEPT` = 'Cloud '");
    assertThat(
            new ValueLinker(lax, ValuesConfig.defaults(), Runnable::run)
                .link(draft, LinkingSchema.SNAPSHOT)
                .sql())
        .isEqualTo(draft);
  }

  @Test
  void staysQuickWithFullDictionariesAndLongStatements() {
    String[] many = new String[50_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = "部门" + Integer.toString(i, 36) + "中心";
    }
    ValueLinker full =
        new ValueLinker(
            new InMemoryStoredValues().with("WH_PLAN_T.DEPT", many),
            ValuesConfig.defaults(),
            Runnable::run);
    DraftSql draft = new DraftSql("SELECT 1 FROM WH_PLAN_T WHERE DEPT = '部z9心'");
    full.link(draft, LinkingSchema.SNAPSHOT);
    long start = System.nanoTime();
    assertThat(full.link(draft, LinkingSchema.SNAPSHOT).substitutions()).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    String deep = "SELECT 1 FROM PLAIN WHERE DEPT " + "(".repeat(50_000) + ")".repeat(50_000);
    assertThat(full.link(new DraftSql(deep), LinkingSchema.SNAPSHOT).sql().text()).isEqualTo(deep);
  }
}
