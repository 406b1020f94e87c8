package org.wenshu.assistant.retrieval;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.wenshu.assistant.LanguageModel;
import org.wenshu.assistant.prompt.PromptTemplates;
import org.wenshu.assistant.prompt.RenderedPrompt;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.TripleStore;
import org.wenshu.knowledge.Value;
import org.wenshu.knowledge.embedding.Terms;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Language;
import org.wenshu.question.Wording;

/**
 * Answers questions from the triples of a collection: with a model in its words, without one by the
 * statements that fit best. Thread-safe.
 */
public final class GraphAnswers {
  private static final int MOST_STATEMENTS = 12;
  private static final Wording NOTHING =
      new Wording("知识库中没有与此相关的内容。", "Nothing is known about this in the collection.");

  private final Subgraph subgraph;
  private final TripleStore triples;
  private final PromptTemplates prompts;
  private final LanguageModel model;

  /** Answers from those triples. */
  public GraphAnswers(
      Subgraph subgraph, TripleStore triples, PromptTemplates prompts, LanguageModel model) {
    this.subgraph = subgraph;
    this.triples = triples;
    this.prompts = prompts;
    this.model = model;
  }

  /** Hands on the answer piece by piece. */
  public void answer(
      GraphQuestion question,
      Consumer<String> pieces,
      Deadline deadline,
      Cancellation cancellation) {
    List<Triple> found = subgraph.of(question, deadline, cancellation);
    List<Triple> statements =
        found.stream().filter(triple -> !triple.p().equals(Value.uri(Names.LABEL))).toList();
    List<Triple> told = statements.isEmpty() ? found : statements;
    Labels labels = Labels.of(told, question.collection(), triples);
    if (model.isConfigured()) {
      RenderedPrompt prompt = prompts.render("kg-prompt", variables(question, told, labels));
      var unused = model.answer(prompt.system(), prompt.user(), pieces, deadline, cancellation);
    } else {
      pieces.accept(extract(question, told, labels));
    }
  }

  private static ObjectNode variables(GraphQuestion question, List<Triple> found, Labels labels) {
    ObjectNode variables = JsonNodeFactory.instance.objectNode().put("query", question.text());
    ArrayNode knowledge = variables.putArray("knowledge");
    for (Triple triple : found) {
      knowledge
          .addObject()
          .put("s", labels.name(triple.s()))
          .put("p", labels.name(triple.p()))
          .put("o", labels.name(triple.o()));
    }
    return variables;
  }

  private static String extract(GraphQuestion question, List<Triple> found, Labels labels) {
    if (found.isEmpty()) {
      return NOTHING.in(Language.of(question.text()));
    }
    Set<String> wanted = Terms.of(question.text());
    StringBuilder answer = new StringBuilder();
    found.stream()
        .map(triple -> statement(triple, labels))
        .distinct()
        .sorted(Comparator.comparingDouble(text -> -Terms.shared(wanted, Terms.of(text))))
        .limit(MOST_STATEMENTS)
        .forEach(text -> answer.append(answer.isEmpty() ? "" : "\n").append(text));
    return answer.toString();
  }

  private static String statement(Triple triple, Labels labels) {
    return labels.name(triple.s()) + " " + labels.name(triple.p()) + " " + labels.name(triple.o());
  }
}
