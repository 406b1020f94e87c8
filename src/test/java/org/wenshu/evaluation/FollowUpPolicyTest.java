package org.wenshu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wenshu.execution.ExecutionConfig;
import org.wenshu.generation.grammar.GrammarGenerator;
import org.wenshu.guard.GuardLimits;
import org.wenshu.guard.GuardPolicy;
import org.wenshu.guard.SqlGuard;
import org.wenshu.guard.StatementBounds;
import org.wenshu.launcher.demo.DemoData;
import org.wenshu.question.EarlierTurn;
import org.wenshu.question.Question;
import org.wenshu.security.Caller;
import org.wenshu.security.policy.AccessRules;

/** What was answered before opens nothing: not even to one whose conversation holds it. */
class FollowUpPolicyTest {
  private static final AccessRules RULES = new AccessRules(PolicyCaller.rules());
  private static final GuardPolicy CONFIGURED =
      new GuardPolicy(
          Set.of(),
          Set.of(),
          Set.of(),
          GuardPolicy.Star.PERMITTED_COLUMNS,
          RULES.policyOf(new Caller("nobody")),
          GuardLimits.defaults(),
          new StatementBounds(
              ExecutionConfig.defaults().maxRows() + 1, ExecutionConfig.defaults().timeout()));

  private static AskPath path;
  private static AskPath open;

  @BeforeAll
  static void open() {
    EvaluationServer server = EvaluationServer.embedded();
    SqlGuard guard = new SqlGuard(caller -> CONFIGURED.with(RULES.policyOf(caller)));
    path = AskPath.to(server.forQuestions(DemoData.SCHEMA), new GrammarGenerator(), guard);
    open = AskPath.to(server.forQuestions(DemoData.SCHEMA), new GrammarGenerator());
  }

  @AfterAll
  static void close() {
    path.close();
    open.close();
  }

  private static Caller caller(String name) {
    return PolicyCaller.all()
        .map(PolicyCaller::caller)
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A conversation from before anything was withheld. */
  private static List<EarlierTurn> answered(String question) {
    Conversing conversing = new Conversing(open, Caller.anonymous());
    assertThat(conversing.ask(question).rows()).isPresent();
    return conversing.earlier();
  }

  private static Asked ask(String question, List<EarlierTurn> earlier, String caller) {
    return path.ask(Question.of(question, earlier), caller(caller));
  }

  @Test
  void refersToNothingThatIsWithheldNow() {
    List<EarlierTurn> users = answered("查询用户张三");
    for (String question :
        List.of("该用户的订单", "他的邮箱", "this user's orders", "那订单呢", "how many are there?")) {
      Asked asked = ask(question, users, "li");
      assertThat(asked.abstained()).as(question).isTrue();
      assertThat(asked.sql()).as(question).isEmpty();
      assertThat(asked.note()).as(question).doesNotContain("users", "张三");
    }
  }

  @Test
  void showsOnlyTheRowsThatMayBeSeenOfThoseReferredTo() {
    List<EarlierTurn> users = answered("查询所有用户信息");
    int all = ask("这些用户的邮箱", users, "director").rows().orElseThrow().rows().size();
    int regional = ask("这些用户的邮箱", users, "zhao").rows().orElseThrow().rows().size();
    int permitted = path.ask("查询所有用户信息", caller("zhao")).rows().orElseThrow().rows().size();
    assertThat(regional).isEqualTo(permitted).isPositive().isLessThan(all);
  }

  @Test
  void masksWhatIsMaskedOfThoseReferredTo() {
    List<EarlierTurn> users = answered("查询用户张三");
    Asked asked = ask("他的手机号", users, "qian");
    assertThat(asked.rows().orElseThrow().rows())
        .singleElement()
        .satisfies(row -> assertThat(row.get(0).toString()).endsWith("****"));
  }
}
