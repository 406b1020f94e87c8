package org.wenshu.protocol.gateway.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.wenshu.knowledge.embedding.EmbeddingModel;
import org.wenshu.protocol.gateway.service.GatewayService;
import org.wenshu.protocol.gateway.service.ServiceCall;
import org.wenshu.question.Deadline;

/** {@code embeddings} (contract, section 4.7). Thread-safe. */
public final class EmbeddingsService implements GatewayService {
  private final EmbeddingModel model;
  private final Duration budget;

  /** Vectors of that model, each within that time. */
  public EmbeddingsService(EmbeddingModel model, Duration budget) {
    this.model = model;
    this.budget = budget;
  }

  @Override
  public String kind() {
    return "embeddings";
  }

  @Override
  public String errorType() {
    return "embeddings-error";
  }

  @Override
  public void answer(ServiceCall call) {
    String text = call.fields().required("text");
    ObjectNode answer = ServiceCall.object();
    answer
        .putArray("vectors")
        .add(WireValue.json(model.embed(text, Deadline.after(budget), call.cancellation())));
    call.succeed(answer);
  }
}
