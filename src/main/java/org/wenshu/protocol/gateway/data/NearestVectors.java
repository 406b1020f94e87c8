package org.wenshu.protocol.gateway.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.wenshu.knowledge.Vector;
import org.wenshu.knowledge.embedding.EmbeddingModel;
import org.wenshu.protocol.gateway.service.Fields;
import org.wenshu.protocol.gateway.service.ServiceCall;
import org.wenshu.question.Deadline;

/**
 * The vectors that a request looks near: those it gives, else that of its text. Thread-safe.
 *
 * @param model for texts
 * @param budget for one text
 */
public record NearestVectors(EmbeddingModel model, Duration budget) {
  static final int STANDARD = 10;
  static final int MOST = 1_000;

  List<Vector> of(ServiceCall call) {
    Fields fields = call.fields();
    JsonNode given = fields.node("vectors");
    if (given.isArray() && !given.isEmpty()) {
      return WireValue.vectors(given);
    }
    String text =
        fields
            .text("text")
            .filter(words -> !words.isBlank())
            .orElseThrow(() -> Fields.invalid("text", "或 vectors 不能缺少", "or vectors is required"));
    return List.of(model.embed(text, Deadline.after(budget), call.cancellation()));
  }

  static int limit(ServiceCall call) {
    return call.fields().number("limit", STANDARD, 1, MOST);
  }
}
