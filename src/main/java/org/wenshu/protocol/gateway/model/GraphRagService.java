package org.wenshu.protocol.gateway.model;

import java.time.Duration;
import org.wenshu.assistant.retrieval.GraphAnswers;
import org.wenshu.assistant.retrieval.GraphQuestion;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.protocol.gateway.service.Fields;
import org.wenshu.protocol.gateway.service.GatewayService;
import org.wenshu.protocol.gateway.service.ServiceCall;
import org.wenshu.question.Deadline;

/** {@code graph-rag} (contract, section 4.5). Thread-safe. */
public final class GraphRagService implements GatewayService {
  private static final int FALLBACK_SIZE = 150;

  private final GraphAnswers answers;
  private final Duration budget;

  /** Answers from there, each within that time. */
  public GraphRagService(GraphAnswers answers, Duration budget) {
    this.answers = answers;
    this.budget = budget;
  }

  @Override
  public String kind() {
    return "graph-rag";
  }

  @Override
  public String errorType() {
    return "graph-rag-error";
  }

  @Override
  public void answer(ServiceCall call) {
    TextStream text = new TextStream(call, "response");
    answers.answer(question(call.fields()), text, Deadline.after(budget), call.cancellation());
    text.end();
  }

  private static GraphQuestion question(Fields fields) {
    String text = fields.text("query").filter(words -> !words.isBlank()).orElse("");
    if (text.isEmpty()) {
      text = fields.text("question").filter(words -> !words.isBlank()).orElse("");
    }
    if (text.isEmpty()) {
      throw Fields.invalid("query", "不能缺少", "is required");
    }
    int size = fields.number("max-subgraph-size", 1_000, 0, 5_000);
    int distance = fields.number("max-entity-distance", 2, 1, 5);
    return new GraphQuestion(
        text,
        CollectionId.of(fields.user(), fields.collection()),
        fields.number("entity-limit", 50, 1, 200),
        fields.number("triple-limit", 30, 1, 100),
        size == 0 ? FALLBACK_SIZE : size,
        fields.number("max-path-length", distance, 1, 5));
  }
}
