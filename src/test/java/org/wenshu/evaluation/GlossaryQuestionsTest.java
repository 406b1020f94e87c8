package org.wenshu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wenshu.generation.grammar.GrammarGenerator;
import org.wenshu.knowledge.glossary.Glossary;
import org.wenshu.knowledge.glossary.Term;
import org.wenshu.launcher.demo.DemoData;

/** Questions in the words of the trade, without a model. */
class GlossaryQuestionsTest {
  private static final List<Entry> ENTRIES = entries();

  private static AskPath plain;
  private static AskPath grounded;
  private static Judge judge;

  /** A term, and a question that needs it. */
  private record Entry(Term term, String question, List<String> gold, boolean furtherColumns) {}

  @BeforeAll
  static void open() {
    EvaluationServer server = EvaluationServer.embedded();
    Glossary glossary = Glossary.of(ENTRIES.stream().map(Entry::term).toList());
    plain = AskPath.to(server.forQuestions(DemoData.SCHEMA), new GrammarGenerator());
    grounded = AskPath.to(server.forQuestions(DemoData.SCHEMA), new GrammarGenerator(), glossary);
    judge = new Judge(new GoldDatabase(server.forGold(DemoData.SCHEMA)));
  }

  @AfterAll
  static void close() {
    plain.close();
    grounded.close();
  }

  @Test
  void twentyTermsTurnTwentyQuestionsIntoRightAnswers() {
    assertThat(ENTRIES).hasSize(20);
    List<String> wrong = new ArrayList<>();
    for (Entry entry : ENTRIES) {
      Verdict before = verdict(plain, entry);
      Asked asked = grounded.ask(entry.question());
      Verdict after = judge.judge(asked, entry.gold(), entry.furtherColumns());
      if (before == Verdict.RIGHT || after != Verdict.RIGHT) {
        wrong.add(
            entry.question() + ": " + before + " -> " + after + " " + asked.sql() + asked.note());
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Verdict verdict(AskPath path, Entry entry) {
    return judge.judge(path.ask(entry.question()), entry.gold(), entry.furtherColumns());
  }

  private static List<Entry> entries() {
    return GoldFields.records(GoldFields.text("glossary")).stream()
        .map(GlossaryQuestionsTest::entry)
        .toList();
  }

  private static Entry entry(List<GoldFields.Field> fields) {
    Map<String, String> byName =
        fields.stream().collect(Collectors.toMap(GoldFields.Field::name, GoldFields.Field::value));
    return new Entry(
        new Term(byName.get("term"), byName.get("means")),
        byName.get("ask"),
        List.of(byName.get("sql")),
        "any".equals(byName.get("columns")));
  }
}
