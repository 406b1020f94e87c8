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

/** The gold questions through the whole path of a question, without a model. */
class AccuracyTest {
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
    "contract, CHINESE, 40, 38",
    "contract, ENGLISH, 40, 38",
    "demo, CHINESE, 40, 38",
    "demo, ENGLISH, 40, 38",
    "everyday, CHINESE, 11, 11",
    "everyday, ENGLISH, 11, 11"
  })
  void answersTheGoldQuestions(String file, Language language, int questions, int leastRight) {
    List<Scored> scored = new ArrayList<>();
    for (GoldQuestion question : GoldQuestions.read(file)) {
      scored.add(score(question, file, language));
    }
    Tally tally = Tally.of(scored);
    System.out.println(file + " " + language + ": " + tally);
    System.out.println(new EvaluationReport(file, scored).failures());
    assertThat(tally.questions()).isEqualTo(questions);
    assertThat(tally.right()).isGreaterThanOrEqualTo(leastRight);
    assertThat(tally.wrong()).isZero();
  }

  private static Scored score(GoldQuestion question, String file, Language language) {
    Asked asked = path.ask(question.textIn(language));
    List<String> gold = question.goldIn(language);
    return new Scored(
        question.id(),
        file,
        language.name(),
        "",
        question.textIn(language),
        judge.judge(asked, gold, question.furtherColumns()),
        asked.sql(),
        gold,
        asked.note());
  }
}
