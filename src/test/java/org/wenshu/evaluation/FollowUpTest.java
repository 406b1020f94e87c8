package org.wenshu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenshu.generation.grammar.GrammarGenerator;
import org.wenshu.launcher.demo.DemoData;
import org.wenshu.question.Language;
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
  @CsvSource({"followups, CHINESE, 32, 29", "followups, ENGLISH, 32, 29"})
  void understandsWhatIsAskedNext(
      String file, Language language, int conversations, int leastRight) {
    List<Scored> scored = new ArrayList<>();
    for (GoldConversation conversation : GoldConversation.read(file)) {
      scored.add(score(conversation, file, language));
    }
    Tally tally = Tally.of(scored);
    System.out.println(file + " " + language + ": " + tally);
    System.out.println(new EvaluationReport(file, scored).failures());
    assertThat(tally.questions()).isEqualTo(conversations);
    assertThat(tally.wrong()).isZero();
    assertThat(tally.right()).isGreaterThanOrEqualTo(leastRight);
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
