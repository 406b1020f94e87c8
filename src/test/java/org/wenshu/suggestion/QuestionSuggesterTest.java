package org.wenshu.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.TestingDatabase;
import org.wenshu.generation.Generation;
import org.wenshu.generation.GenerationRequest;
import org.wenshu.generation.grammar.GrammarGenerator;
import org.wenshu.guard.GuardLimits;
import org.wenshu.guard.GuardPolicy;
import org.wenshu.guard.PermittedSchema;
import org.wenshu.guard.SqlGuard;
import org.wenshu.prompt.Prompt;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Language;
import org.wenshu.question.Question;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.SchemaContext;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.TestSchemas;
import org.wenshu.schema.scan.SchemaScanner;
import org.wenshu.schema.search.LuceneSchemaLinker;
import org.wenshu.schema.search.LuceneSchemaSearch;
import org.wenshu.security.Caller;

/** Suggestions over the demo schema. */
class QuestionSuggesterTest {
  private static final Caller CALLER = new Caller("wang");
  private static final GrammarGenerator GRAMMAR = new GrammarGenerator();
  private static final LuceneSchemaLinker LINKER =
      new LuceneSchemaLinker(SchemaConfig.Linking.defaults());
  private static SchemaSnapshot demo;
  private static QuestionSuggester suggester;
  private static PermittedSchema everything;

  @BeforeAll
  static void scanDemo() {
    MysqlDataSource source = new MysqlDataSource();
    source.setUrl(TestingDatabase.demoUrl());
    source.setUser(TestingDatabase.reader().user());
    source.setPassword(TestingDatabase.reader().password());
    demo = new SchemaScanner(source, SchemaConfig.defaults()).scan(Optional.empty());
    LINKER.use(demo);
    suggester = suggester(LINKER);
    everything = new SqlGuard().permitted(demo, CALLER);
  }

  private static QuestionSuggester suggester(LuceneSchemaLinker linker) {
    return new QuestionSuggester(new LuceneSchemaSearch(linker), linker, GRAMMAR, new SqlGuard());
  }

  private static List<String> suggest(String partial, int limit) {
    return suggester.suggest(partial, everything, limit, Language.CHINESE);
  }

  private static Generation asked(String question) {
    SchemaContext all = new SchemaContext(demo, List.copyOf(demo.tables().values()));
    GenerationRequest request =
        new GenerationRequest(Question.of(question), all, new Prompt(() -> "", () -> ""));
    return GRAMMAR.generate(
        request, piece -> {}, Deadline.after(Duration.ofSeconds(5)), new Cancellation());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "查询用户",
        "查询",
        "统计",
        "统计订单",
        "列出产品",
        "查询用户的",
        "查询状态为",
        "按月",
        "最近",
        "有多少",
        "哪些",
        "show orders",
        "how many",
        "SHOW",
        "list all products",
        "which",
        "top 5",
        "count"
      })
  void goOnWhereTheTextEnds(String partial) {
    List<String> suggestions = suggest(partial, 3);
    assertThat(suggestions).hasSize(3).allMatch(s -> s.startsWith(partial));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "查询用户",
        "查询",
        "统计",
        "show orders",
        "how many",
        "asdf gh",
        "无效查询",
        "每个",
        "users"
      })
  void canAllBeAskedAndDiffer(String partial) {
    List<String> suggestions = suggest(partial, 20);
    assertThat(suggestions).hasSizeGreaterThan(5).hasSizeLessThanOrEqualTo(20);
    assertThat(suggestions).doesNotHaveDuplicates().doesNotContain(partial);
    Set<String> statements = new HashSet<>();
    for (String suggestion : suggestions) {
      assertThat(asked(suggestion)).as(suggestion).isInstanceOf(Generation.Drafted.class);
      statements.add(((Generation.Drafted) asked(suggestion)).sql().text());
    }
    assertThat(statements).as("statements behind %s", suggestions).hasSameSizeAs(suggestions);
  }

  @ParameterizedTest
  @ValueSource(strings = {"查询用户", "无效查询", "分析", "？？"})
  void speakChineseToChinese(String partial) {
    assertThat(suggester.suggest(partial, everything, 8, Language.CHINESE))
        .allMatch(s -> Language.of(s) == Language.CHINESE);
  }

  @Test
  void speakTheLanguageAskedForWhereThereIsNoText() {
    assertThat(suggester.suggest(" ", everything, 8, Language.ENGLISH))
        .hasSize(8)
        .allMatch(s -> Language.of(s) == Language.ENGLISH);
    assertThat(suggester.suggest("", everything, 8, Language.CHINESE))
        .hasSize(8)
        .allMatch(s -> Language.of(s) == Language.CHINESE);
  }

  @Test
  void varyInShapeAndTable() {
    List<String> statements =
        suggest("", 8).stream().map(s -> ((Generation.Drafted) asked(s)).sql().text()).toList();
    assertThat(statements).anyMatch(s -> s.contains("WHERE"));
    assertThat(statements).anyMatch(s -> s.contains("COUNT("));
    assertThat(statements).anyMatch(s -> s.contains("GROUP BY"));
    assertThat(statements).anyMatch(s -> s.contains("LIMIT 5"));
    assertThat(statements).anyMatch(s -> s.contains("INTERVAL"));
    assertThat(statements).anyMatch(s -> s.contains("AVG("));
    assertThat(statements).anyMatch(s -> s.contains("JOIN"));
    Set<String> tables = new HashSet<>();
    for (String table : demo.tables().keySet()) {
      statements.stream().filter(s -> s.contains("FROM " + table)).forEach(s -> tables.add(table));
    }
    assertThat(tables).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void areTheSameEveryTime() {
    assertThat(suggest("查询用户", 20))
        .isEqualTo(suggest("查询用户", 20))
        .isEqualTo(suggester(LINKER).suggest("查询用户", everything, 20, Language.CHINESE));
  }

  @Test
  void beginWithTheSameWhateverTheLimit() {
    assertThat(suggest("show orders", 20)).startsWith(suggest("show orders", 1).get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "查询订单", "show orders", "how many orders", "用户的订单金额"})
  void speakOnlyOfWhatTheCallerMayRead(String partial) {
    GuardPolicy policy =
        new GuardPolicy(
            Set.of("orders", "order_items"), Set.of("users.email"), GuardLimits.defaults());
    SqlGuard guard = new SqlGuard(caller -> policy);
    QuestionSuggester careful =
        new QuestionSuggester(new LuceneSchemaSearch(LINKER), LINKER, GRAMMAR, guard);
    List<String> suggestions =
        careful.suggest(partial, guard.permitted(demo, CALLER), 20, Language.CHINESE);
    assertThat(suggestions)
        .isNotEmpty()
        .allSatisfy(
            s ->
                assertThat(((Generation.Drafted) asked(s)).sql().text())
                    .as(s)
                    .doesNotContain("orders", "order_items", "email"))
        .noneMatch(s -> s.contains("邮箱") || s.contains("email"));
  }

  @Test
  void areNoneWhereNothingMayBeRead() {
    GuardPolicy policy = new GuardPolicy(demo.tables().keySet(), Set.of(), GuardLimits.defaults());
    PermittedSchema nothing = new SqlGuard(caller -> policy).permitted(demo, CALLER);
    assertThat(suggester.suggest("查询用户", nothing, 5, Language.CHINESE)).isEmpty();
  }

  @Test
  void neverExceedTheLimit() {
    assertThat(suggest("查询", 1)).hasSize(1);
    assertThat(suggest("x".repeat(10_000), 5)).hasSize(5);
  }

  @Test
  void areAboutTheTablesOfWhatWasAsked() {
    List<String> related = suggester.related("查询所有订单", List.of("orders"), everything, 5);
    assertThat(related).hasSize(5).doesNotContain("查询所有订单").allMatch(s -> s.contains("订单"));
  }

  @Test
  void areAboutTheWordsOfWhatCouldNotBeAnswered() {
    assertThat(suggester.related("员工的鞋码", List.of(), everything, 5))
        .hasSize(5)
        .allMatch(s -> s.contains("员工"));
    assertThat(suggester.related("What is the shoe size of employees?", List.of(), everything, 5))
        .hasSize(5)
        .allMatch(s -> s.contains("employees"));
    assertThat(suggester.related("明天会下雨吗", List.of("nothing"), everything, 5)).hasSize(5);
  }

  @Test
  void areMadeWithoutComments() {
    SchemaSnapshot bare =
        TestSchemas.snapshot(
            TestSchemas.table("books", "title", "author"), TestSchemas.referring("loans", "books"));
    LuceneSchemaLinker linker = new LuceneSchemaLinker(SchemaConfig.Linking.defaults());
    linker.use(bare);
    PermittedSchema permitted = new SqlGuard().permitted(bare, CALLER);
    assertThat(suggester(linker).suggest("show", permitted, 5, Language.ENGLISH))
        .contains("show all books");
    assertThat(suggester(linker).suggest("查询", permitted, 5, Language.CHINESE)).isNotEmpty();
  }

  @Test
  void areNoneForAnEmptySchema() {
    SchemaSnapshot empty = SchemaSnapshot.of("shop", "0", Instant.EPOCH, List.of());
    LuceneSchemaLinker linker = new LuceneSchemaLinker(SchemaConfig.Linking.defaults());
    linker.use(empty);
    PermittedSchema permitted = new SqlGuard().permitted(empty, CALLER);
    assertThat(suggester(linker).suggest("", permitted, 5, Language.ENGLISH)).isEmpty();
  }
}
