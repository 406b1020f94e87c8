package org.wenshu.assistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wenshu.assistant.LanguageModel;
import org.wenshu.assistant.prompt.PromptTemplates;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.Value;
import org.wenshu.knowledge.configuration.InMemoryConfigurationStore;
import org.wenshu.knowledge.embedding.HashedEmbedding;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

class GraphAnswersTest {
  private static final String BASE = "http://x/";

  private final InMemoryTripleStore triples =
      new InMemoryTripleStore()
          .with(BASE + "acme", BASE + "sells", BASE + "bolt")
          .with(BASE + "bolt", Names.LABEL, "hex bolt")
          .with(BASE + "bolt", BASE + "made-of", "steel")
          .with(BASE + "zebra", BASE + "lives-in", "Africa");

  @Test
  void listsFittingStatementsWithoutAModel() {
    String answer = answer("Who sells bolts?", 2, List.of());
    assertThat(answer.lines().findFirst()).contains("acme sells hex bolt");
    assertThat(answer).contains("hex bolt made of steel").doesNotContain("zebra");
  }

  @Test
  void walksOnlySoFar() {
    assertThat(answer("Who sells?", 1, List.of(Value.uri(BASE + "acme"))))
        .contains("acme sells hex bolt")
        .doesNotContain("steel");
    assertThat(answer("Who sells?", 2, List.of(Value.uri(BASE + "acme")))).contains("steel");
  }

  @Test
  void saysThatNothingIsKnown() {
    assertThat(answer("天气如何？", 2, List.of())).isEqualTo("知识库中没有与此相关的内容。");
  }

  @Test
  void givesTheModelStatementsByTheirNames() {
    StringBuilder asked = new StringBuilder();
    LanguageModel model =
        new LanguageModel(
            Optional.of(
                (system, user, pieces, deadline, cancellation) -> {
                  asked.append(user);
                  pieces.accept("Acme");
                  return "Acme";
                }),
            "m");
    assertThat(answer("Who sells bolts?", 2, List.of(), model)).isEqualTo("Acme");
    assertThat(asked.toString()).contains("(acme, sells, hex bolt)", "Question: Who sells bolts?");
  }

  private String answer(String question, int hops, List<Value> near) {
    return answer(question, hops, near, LanguageModel.none());
  }

  private String answer(String question, int hops, List<Value> near, LanguageModel model) {
    Subgraph subgraph =
        new Subgraph(triples, new ScriptedGraphEmbeddings(near), new HashedEmbedding());
    GraphAnswers answers =
        new GraphAnswers(
            subgraph, triples, new PromptTemplates(new InMemoryConfigurationStore()), model);
    StringBuilder text = new StringBuilder();
    answers.answer(
        new GraphQuestion(question, CollectionId.of("", ""), 10, 30, 100, hops),
        text::append,
        Deadline.after(Duration.ofSeconds(10)),
        new Cancellation());
    return text.toString();
  }
}
