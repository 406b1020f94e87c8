package org.wenshu.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.wenshu.knowledge.Vector;
import org.wenshu.knowledge.embedding.EmbeddingModel;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/**
 * An embedding model behind any OpenAI-compatible API. Thread-safe. Closing it ends the calls under
 * way, which then fail.
 */
public final class OpenAiEmbeddingModel implements EmbeddingModel, AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MAX_ANSWER_BYTES = 64 << 20;

  private final EmbeddingConfig config;
  private final URI address;
  private final ModelClient http;

  /** A model at that address; nothing is sent before the first text. */
  public OpenAiEmbeddingModel(EmbeddingConfig config) {
    this.config = config;
    this.address = URI.create(config.baseUrl().toString().replaceAll("/+$", "") + "/embeddings");
    this.http = new ModelClient(LlmConfig.of(config.baseUrl(), config.model()).connectTimeout());
  }

  @Override
  public List<Vector> embed(List<String> texts, Deadline deadline, Cancellation cancellation) {
    List<Vector> vectors = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += config.maxBatch()) {
      int to = Math.min(texts.size(), from + config.maxBatch());
      vectors.addAll(batch(texts.subList(from, to), deadline, cancellation));
    }
    return vectors;
  }

  private List<Vector> batch(List<String> texts, Deadline deadline, Cancellation cancellation) {
    cancellation.check();
    Deadline end = deadline.atMost(config.timeout());
    try (ModelExchange exchange = http.send(request(texts), end, cancellation)) {
      int status = exchange.status();
      if (status < 200 || status >= 300) {
        throw ModelFailures.ofStatus(status);
      }
      return vectors(MAPPER.readTree(exchange.bytes(MAX_ANSWER_BYTES)), texts.size());
    } catch (IOException e) {
      throw ModelFailures.notAnAnswer(e);
    }
  }

  private HttpPost request(List<String> texts) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", config.model());
    texts.forEach(body.putArray("input")::add);
    HttpPost request = ModelClient.post(address, body.toString());
    request.setHeader("Content-Type", "application/json");
    config.apiKey().ifPresent(key -> request.setHeader("Authorization", "Bearer " + key));
    return request;
  }

  /** Providers may answer in another order than asked. */
  private static List<Vector> vectors(JsonNode answer, int expected) {
    Vector[] vectors = new Vector[expected];
    int place = 0;
    for (JsonNode item : answer.path("data")) {
      int index = item.path("index").asInt(place++);
      if (index < 0 || index >= expected || !item.path("embedding").isArray()) {
        throw ModelFailures.notAnAnswer(null);
      }
      vectors[index] = vector(item.path("embedding"));
    }
    for (Vector vector : vectors) {
      if (vector == null || !vector.isFinite()) {
        throw ModelFailures.notAnAnswer(null);
      }
    }
    return List.of(vectors);
  }

  private static Vector vector(JsonNode numbers) {
    float[] values = new float[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers.get(i).floatValue();
    }
    return Vector.of(values);
  }

  @Override
  public void close() {
    http.close();
  }
}
