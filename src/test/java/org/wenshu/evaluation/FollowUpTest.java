package org.wenshu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.generation.grammar.GrammarGenerator;
import org.wenshu.launcher.demo.DemoData;
import org.wenshu.question.Language;
import org.wenshu.question.Question;
import org.wenshu.security.Caller;

/** Conversations through the whole path of a question, without a model. */
class FollowUpTest {
  private static AskPath path;
  private static Judge judge;

  @BeforeAll
  static void open() {
    EvaluationServer server = EvaluationServer.embedded();
    path = AskPath.to(server.forQuestions(DemoData.SCHEMA), new GrammarGenerator());
    judge = new Judge(new GoldDatabase(server.forGold(DemoData.SCHEMA)));
  }

  @AfterAll
  static void close() {
    path.close();
  }

  @ParameterizedTest
  @CsvSource({
    "followups, CHINESE, 32, 29, 0",
    "followups, ENGLISH, 32, 29, 0",
    "followups-check, CHINESE, 12, 10, 1",
    "followups-check, ENGLISH, 12, 9, 0"
  })
  void understandsWhatIsAskedNext(
      String file, Language language, int conversations, int leastRight, int mostWrong) {
    List<Scored> scored = new ArrayList<>();
    for (GoldConversation conversation : GoldConversation.read(file)) {
      scored.add(score(conversation, file, language));
    }
    Tally tally = Tally.of(scored);
    System.out.println(file + " " + language + ": " + tally);
    System.out.println(new EvaluationReport(file, scored).failures());
    assertThat(tally.questions()).isEqualTo(conversations);
    assertThat(tally.wrong()).isLessThanOrEqualTo(mostWrong);
    assertThat(tally.right()).isGreaterThanOrEqualTo(leastRight);
  }

  /** Not one word of these is in the gold questions' answers: rows of the price feed and a sum. */
  private static final List<String> UNRELATED = List.of("查询前3个逐笔", "每个代码的平均最新价是多少？");

  @ParameterizedTest
  @ValueSource(strings = {"contract", "demo", "everyday"})
  void readsQuestionsThatStandOnTheirOwnAsEver(String file) {
    Conversing unrelated = new Conversing(path, Caller.anonymous());
    assertThat(unrelated.askAll(UNRELATED).rows()).isPresent();
    assertThat(unrelated.earlier()).hasSize(UNRELATED.size());
    for (GoldQuestion question : GoldQuestions.read(file)) {
      for (Language language : Language.values()) {
        String text = question.textIn(language);
        Asked alone = path.ask(text);
        Asked within = path.ask(Question.of(text, unrelated.earlier()), Caller.anonymous());
        assertThat(within.sql()).as(text).isEqualTo(alone.sql());
        assertThat(within.note()).as(text).isEqualTo(alone.note());
        assertThat(within.notices()).as(text).isEqualTo(alone.notices());
      }
    }
  }

  private static Scored score(GoldConversation conversation, String file, Language language) {
    List<String> turns = conversation.turnsIn(language);
    Conversing conversing = new Conversing(path, Caller.anonymous());
    Asked asked = conversing.askAll(turns);
    List<String> gold = conversation.goldIn(language);
    return new Scored(
        conversation.id(),
        file,
        language.name(),
        "",
        String.join(" → ", turns),
        judge.judge(asked, gold, conversation.furtherColumns()),
        asked.sql(),
        gold,
        asked.note());
  }
}
