package org.wenshu.client.gateway.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.gateway.data.Embedding;
import org.wenshu.client.gateway.data.Literal;
import org.wenshu.client.gateway.data.Triple;
import org.wenshu.client.gateway.data.Uri;
import org.wenshu.client.gateway.data.Value;
import org.wenshu.client.json.Json;

/** Values, triples and vectors on the wire (contract, section 4.1). */
public final class Graph {
  private Graph() {}

  /** A value as it is sent. */
  public static ObjectNode write(Value value) {
    return Json.object().put("v", value.text()).put("e", value.isUri());
  }

  /** A triple as it is sent. */
  public static ObjectNode write(Triple triple) {
    ObjectNode node = Json.object();
    node.set("s", write(triple.s()));
    node.set("p", write(triple.p()));
    node.set("o", write(triple.o()));
    return node;
  }

  /** A list of triples as it is sent. */
  public static ArrayNode write(List<Triple> triples) {
    ArrayNode list = GatewayJson.MAPPER.createArrayNode();
    triples.forEach(triple -> list.add(write(triple)));
    return list;
  }

  /** Vectors as they are sent. */
  public static ArrayNode vectors(List<Embedding> vectors) {
    ArrayNode list = GatewayJson.MAPPER.createArrayNode();
    for (Embedding vector : vectors) {
      ArrayNode numbers = list.addArray();
      for (int i = 0; i < vector.dimension(); i++) {
        numbers.add(vector.at(i));
      }
    }
    return list;
  }

  /**
   * Reads a value; a plain text is understood by its form.
   *
   * @throws ProtocolException if it is neither an object of the contract nor a text
   */
  public static Value value(JsonNode node) {
    if (node.isTextual()) {
      return Value.of(node.textValue());
    }
    String text = GatewayJson.needText(node, "v");
    return GatewayJson.need(node, "e").asBoolean() ? new Uri(text) : new Literal(text);
  }

  /**
   * Reads a triple.
   *
   * @throws ProtocolException if a part is missing
   */
  public static Triple triple(JsonNode node) {
    return new Triple(
        value(GatewayJson.need(node, "s")),
        value(GatewayJson.need(node, "p")),
        value(GatewayJson.need(node, "o")));
  }

  /**
   * Reads vectors, whether a list of them or a single one.
   *
   * @throws ProtocolException if there are other things than numbers in it
   */
  public static List<Embedding> embeddings(JsonNode node) {
    if (!node.isArray()) {
      throw new ProtocolException("Vectors are no list", null);
    }
    boolean nested = node.isEmpty() || node.get(0).isArray();
    return nested
        ? StreamSupport.stream(node.spliterator(), false).map(Graph::embedding).toList()
        : List.of(embedding(node));
  }

  private static Embedding embedding(JsonNode node) {
    float[] numbers = new float[node.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode number = node.get(i);
      if (!number.isNumber()) {
        throw new ProtocolException("A vector holds something else than numbers", null);
      }
      numbers[i] = number.floatValue();
    }
    return Embedding.of(numbers);
  }
}
