package org.wenshu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wenshu.ask.Answer;
import org.wenshu.ask.AnswerCache;
import org.wenshu.ask.AskEvent;
import org.wenshu.ask.AskOptions;
import org.wenshu.ask.AskRequest;
import org.wenshu.ask.Insight;
import org.wenshu.error.ErrorCode;
import org.wenshu.generation.grammar.GrammarGenerator;
import org.wenshu.guard.GuardPolicy;
import org.wenshu.guard.SqlGuard;
import org.wenshu.launcher.demo.DemoData;
import org.wenshu.question.Question;
import org.wenshu.question.RowWindow;
import org.wenshu.security.Caller;
import org.wenshu.security.policy.AccessRule;
import org.wenshu.security.policy.AccessRules;

/** What may be asked for beside the question: which rows, again, or only the statement. */
class AskOptionsTest {
  private static final AskOptions REUSABLE =
      new AskOptions(Optional.empty(), Optional.empty(), true, false);
  private static final Caller CLERK = new Caller("clerk");
  private static final Caller GUEST = new Caller("guest");

  private final AnswerCache answers = new AnswerCache(10_000_000, Duration.ofMinutes(10));
  private volatile AccessRules rules = new AccessRules(List.of());
  private AskPath path;

  @BeforeEach
  void open() {
    SqlGuard guard =
        new SqlGuard(caller -> GuardPolicy.wholeCatalogue().with(rules.policyOf(caller)));
    path =
        AskPath.to(
            EvaluationServer.embedded().forQuestions(DemoData.SCHEMA),
            new GrammarGenerator(),
            guard,
            answers);
  }

  @AfterEach
  void close() {
    path.close();
  }

  @Test
  void readsTheRowsOfTheWindow() {
    Answer all = answer("查询所有部门", AskOptions.standard());
    Answer some = answer("查询所有部门", window(2, 3));

    assertThat(some.rows().rows()).isEqualTo(all.rows().rows().subList(3, 5));
    assertThat(some.guarded().readableText())
        .isEqualTo("SELECT * FROM departments LIMIT 2 OFFSET 3");
  }

  @Test
  void keepsTheWindowWithinWhatTheQuestionAsksFor() {
    assertThat(answer("查询最新的5个订单", window(3, 0)).rows().rows()).hasSize(3);
    assertThat(answer("查询最新的5个订单", window(20, 3)).rows().rows()).hasSize(2);
    assertThat(answer("查询最新的5个订单", window(20, 5)).rows().rows()).isEmpty();
  }

  @Test
  void endsADryRunBeforeTheDatabase() {
    List<AskEvent> events =
        events("查询所有用户信息", GUEST, new AskOptions(Optional.empty(), Optional.empty(), false, true));

    assertThat(events).noneMatch(e -> e instanceof AskEvent.Fetched);
    assertThat(last(events)).isInstanceOf(AskEvent.Explained.class);
    assertThat(((AskEvent.Explained) last(events)).guarded().tables()).containsExactly("users");
  }

  @Test
  void tellsWhatTheStatementDoesAndHowItRuns() {
    AskOptions planned =
        new AskOptions(Optional.empty(), Optional.empty(), false, false, Insight.Detail.PLANNED);
    Insight insight = answer("查询金额高于平均订单金额的订单", planned).insight();

    assertThat(insight.explanation().orElseThrow().tables()).containsExactly("orders");
    assertThat(insight.explanation().orElseThrow().brief()).contains("订单");
    assertThat(insight.plan()).contains("table=orders type=ALL");
    assertThat(insight.warnings()).anyMatch(w -> w.english().contains("orders is read in full"));
    assertThat(answer("查询金额高于平均订单金额的订单", AskOptions.standard()).insight()).isEqualTo(Insight.NONE);
  }

  @Test
  void givesAnAnswerAgainOnlyWhereThatIsAllowed() {
    assertThat(answer("统计用户总数", REUSABLE).reused()).isFalse();
    Answer again = answer("统计用户总数", REUSABLE);
    assertThat(again.reused()).isTrue();
    assertThat(again.rows().rows()).hasSize(1);
    assertThat(answer("统计用户总数", AskOptions.standard()).reused()).isFalse();
    assertThat(answers.hits()).isEqualTo(1);
    assertThat(answers.misses()).isEqualTo(1);
    assertThat(answers.bytes()).isBetween(1L, answers.maxBytes());

    answers.clear();
    assertThat(answers.bytes()).isZero();
    assertThat(answer("统计用户总数", REUSABLE).reused()).isFalse();
  }

  @Test
  void givesNobodyAnAnswerOfOtherRights() {
    rules = new AccessRules(List.of(ordersOf("clerk", "id <= 5"), ordersOf("guest", "id <= 3")));
    String question = "统计订单总数";

    assertThat(count(answer(events(question, CLERK, REUSABLE)))).isEqualTo(5L);
    assertThat(count(answer(events(question, GUEST, REUSABLE)))).isEqualTo(3L);
    assertThat(answer(events(question, CLERK, REUSABLE)).reused()).isTrue();

    rules = new AccessRules(List.of(ordersOf("clerk", "id <= 2")));
    assertThat(count(answer(events(question, CLERK, REUSABLE)))).isEqualTo(2L);
    rules = new AccessRules(List.of(orders("clerk", AccessRule.Effect.DENY_TABLE, "")));
    assertThat(last(events(question, CLERK, REUSABLE))).isInstanceOf(AskEvent.Abstained.class);
  }

  @Test
  void keepsNoEmptyAnswer() {
    String question = "查询姓名包含'查无此人'的用户";

    assertThat(answer(question, REUSABLE).rows().rows()).isEmpty();
    assertThat(answer(question, REUSABLE).reused()).isFalse();
  }

  @Test
  void endsAtTheTimeoutOfTheRequest() {
    AskOptions hurried =
        new AskOptions(Optional.of(Duration.ofNanos(1)), Optional.empty(), false, false);

    assertThat(last(events("统计用户总数", GUEST, hurried)))
        .isInstanceOfSatisfying(
            AskEvent.Failed.class,
            failed -> assertThat(failed.code()).isEqualTo(ErrorCode.QUESTION_TIMED_OUT));
  }

  private static AccessRule ordersOf(String caller, String condition) {
    return orders(caller, AccessRule.Effect.FILTER_ROWS, condition);
  }

  private static AccessRule orders(String caller, AccessRule.Effect effect, String condition) {
    AccessRule.Subject subject = new AccessRule.Subject(AccessRule.Level.CALLER, caller);
    return new AccessRule(subject, effect, "orders", "", condition);
  }

  private static AskOptions window(int limit, int offset) {
    return new AskOptions(
        Optional.empty(), Optional.of(new RowWindow(limit, offset)), false, false);
  }

  private Answer answer(String question, AskOptions options) {
    return answer(events(question, GUEST, options));
  }

  private static Answer answer(List<AskEvent> events) {
    return ((AskEvent.Answered) last(events)).answer();
  }

  private static Object count(Answer answer) {
    return answer.rows().rows().get(0).get(0);
  }

  private List<AskEvent> events(String question, Caller caller, AskOptions options) {
    return path.events(new AskRequest(Question.of(question), caller, options));
  }

  private static AskEvent last(List<AskEvent> events) {
    return events.get(events.size() - 1);
  }
}
