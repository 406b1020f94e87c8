package org.wenshu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wenshu.TestingDatabase;
import org.wenshu.execution.ExecutionConfig;
import org.wenshu.execution.JdbcQueryExecutor;
import org.wenshu.execution.StatementKiller;
import org.wenshu.generation.DraftSql;
import org.wenshu.generation.grammar.GrammarGenerator;
import org.wenshu.guard.GuardLimits;
import org.wenshu.guard.GuardPolicy;
import org.wenshu.guard.Judgement;
import org.wenshu.guard.SqlGuard;
import org.wenshu.guard.StatementBounds;
import org.wenshu.launcher.demo.DemoData;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Language;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.scan.SchemaScanner;
import org.wenshu.security.Caller;
import org.wenshu.security.policy.AccessRules;

/** Fifty questions of five callers: what the rules leave is what views written by hand leave. */
class PolicyQuestionsTest {
  private static final int QUESTIONS = 50;
  private static final ExecutionConfig LIMITS =
      new ExecutionConfig(Duration.ofSeconds(30), 100_000, 256L << 20);

  private static final AccessRules RULES = new AccessRules(PolicyCaller.rules());
  private static final GuardPolicy CONFIGURED =
      new GuardPolicy(
          Set.of(),
          Set.of(),
          Set.of(),
          GuardPolicy.Star.PERMITTED_COLUMNS,
          RULES.policyOf(new Caller("nobody")),
          GuardLimits.defaults(),
          new StatementBounds(LIMITS.maxRows() + 1, LIMITS.timeout()));

  private static EvaluationServer server;
  private static DataSource database;
  private static SchemaSnapshot schema;
  private static StatementKiller killer;
  private static AskPath path;

  private final SqlGuard guard = guard();

  private static SqlGuard guard() {
    return new SqlGuard(caller -> CONFIGURED.with(RULES.policyOf(caller)));
  }

  @BeforeAll
  static void open() throws SQLException {
    server = EvaluationServer.embedded();
    database = server.forQuestions(DemoData.SCHEMA);
    schema = new SchemaScanner(database, SchemaConfig.defaults()).scan(Optional.empty());
    killer = new StatementKiller(database);
    path = AskPath.to(database, new GrammarGenerator(), guard());
    for (PolicyCaller caller : PolicyCaller.all().toList()) {
      writeViews(caller);
    }
  }

  @AfterAll
  static void close() {
    path.close();
    killer.close();
  }

  private static String viewsOf(PolicyCaller caller) {
    return "policy_" + caller.caller().name();
  }

  private static void writeViews(PolicyCaller caller) throws SQLException {
    TestingDatabase.createSchema(viewsOf(caller));
    try (Connection root = TestingDatabase.connectAsRoot(viewsOf(caller));
        Statement statement = root.createStatement()) {
      for (String table : schema.tables().keySet()) {
        if (!caller.closed().contains(table)) {
          String all = "SELECT * FROM " + DemoData.SCHEMA + '.' + table;
          statement.execute(
              "CREATE VIEW %s AS %s".formatted(table, caller.views().getOrDefault(table, all)));
        }
      }
    }
  }

  private static List<GoldQuestion> questions() {
    return Stream.concat(
            GoldQuestions.read("contract").stream(), GoldQuestions.read("demo").stream())
        .limit(QUESTIONS)
        .toList();
  }

  static Stream<PolicyCaller> callers() {
    return PolicyCaller.all();
  }

  /** The gold statements as a model would write them. */
  @ParameterizedTest
  @MethodSource("callers")
  void statementsGiveTheRowsOfTheViews(PolicyCaller caller) throws SQLException {
    GoldDatabase views = new GoldDatabase(server.forGold(viewsOf(caller)));
    List<String> different = new ArrayList<>();
    TreeMap<String, Integer> outcomes = new TreeMap<>();
    for (GoldQuestion question : questions()) {
      for (String sql : question.goldIn(Language.CHINESE)) {
        String outcome = compare(caller, views, sql);
        outcomes.merge(outcome, 1, Integer::sum);
        if (outcome.startsWith("differs")) {
          different.add(question.id() + " " + outcome + "\n" + sql);
        }
      }
    }
    System.out.println(caller + ": " + outcomes);
    assertThat(different).isEmpty();
    assertThat(outcomes).containsKey("same rows");
  }

  private String compare(PolicyCaller caller, GoldDatabase views, String sql) {
    Judgement judgement = guard.judge(new DraftSql(sql), schema, caller.caller());
    if (judgement instanceof Judgement.Refused refused) {
      return refusal(caller, views, sql, refused);
    }
    try {
      ResultTable answer =
          ResultTable.of(
              new JdbcQueryExecutor(database, killer, LIMITS)
                  .execute(
                      ((Judgement.Admitted) judgement).sql(),
                      Deadline.after(LIMITS.timeout()),
                      new Cancellation()));
      return Comparison.matches(views.expect(sql), answer, false) ? "same rows" : "differs: rows";
    } catch (SQLException e) {
      return "differs: the views refuse it: " + e.getMessage();
    }
  }

  /** A masked column may not be used; anything else that is refused must not exist in the views. */
  private static String refusal(
      PolicyCaller caller, GoldDatabase views, String sql, Judgement.Refused refused) {
    if (refused.rule().equals("mask")) {
      boolean usesMasked = sql.matches("(?s).*\\b(phone|email)\\b.*");
      return usesMasked ? "masked column used" : "differs: " + refused;
    }
    try {
      views.expect(sql);
      return "differs: " + refused;
    } catch (SQLException missing) {
      return caller.closed().isEmpty() ? "differs: " + refused : "does not exist for both";
    }
  }

  /** The questions themselves, answered by the grammar: some abstain, none is answered wrong. */
  @ParameterizedTest
  @MethodSource("callers")
  void questionsAreNeverAnsweredFromWhatIsWithheld(PolicyCaller caller) {
    Judge judge = new Judge(new GoldDatabase(server.forGold(viewsOf(caller))));
    List<Scored> scored = new ArrayList<>();
    for (GoldQuestion question : questions()) {
      Asked asked = path.ask(question.textIn(Language.CHINESE), caller.caller());
      List<String> gold = question.goldIn(Language.CHINESE);
      scored.add(
          new Scored(
              question.id(),
              "policy",
              caller.toString(),
              "",
              question.textIn(Language.CHINESE),
              judge.judge(asked, gold, question.furtherColumns()),
              asked.sql(),
              gold,
              asked.note()));
    }
    Tally tally = Tally.of(scored);
    System.out.println(caller + ": " + tally);
    System.out.println(new EvaluationReport("policy", scored).failures());
    assertThat(tally.wrong()).isZero();
    assertThat(tally.right()).isGreaterThanOrEqualTo(caller.closed().isEmpty() ? 44 : 5);
  }
}
