package org.wenshu.protocol.gateway.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.Value;
import org.wenshu.knowledge.Vector;
import org.wenshu.protocol.gateway.service.Fields;

/** Values, triples and vectors on the wire (contract, section 4.1). */
public final class WireValue {
  private WireValue() {}

  /** A value as an object. */
  public static ObjectNode json(Value value) {
    return JsonNodeFactory.instance.objectNode().put("v", value.v()).put("e", value.e());
  }

  /** A triple as an object. */
  public static ObjectNode json(Triple triple) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("s", json(triple.s()));
    json.set("p", json(triple.p()));
    json.set("o", json(triple.o()));
    return json;
  }

  /** A value, an object or a plain string; empty when absent. */
  public static Optional<Value> value(JsonNode json) {
    if (json.isMissingNode() || json.isNull()) {
      return Optional.empty();
    }
    return Optional.of(
        json.isObject()
            ? new Value(json.path("v").asText(""), json.path("e").asBoolean())
            : Value.of(json.asText()));
  }

  /** What one part of a pattern may be; a plain object of a triple may be a URI or a literal. */
  public static Set<Value> pattern(JsonNode json, boolean object) {
    if (object && json.isTextual()) {
      return Set.of(Value.uri(json.textValue()), Value.literal(json.textValue()));
    }
    return value(json).map(Set::of).orElse(Set.of());
  }

  /** The triples of a list. */
  public static List<Triple> triples(Fields fields, String name) {
    List<Triple> triples = new ArrayList<>();
    for (ObjectNode triple : fields.objects(name)) {
      triples.add(new Triple(part(triple, "s"), part(triple, "p"), part(triple, "o")));
    }
    return triples;
  }

  private static Value part(ObjectNode triple, String name) {
    return value(triple.path(name))
        .orElseThrow(() -> Fields.invalid(name, "不能缺少", "is required in a triple"));
  }

  /** The vectors of a field: a list of them, or one flat vector. */
  public static List<Vector> vectors(JsonNode json) {
    List<Vector> vectors = new ArrayList<>();
    if (json.path(0).isNumber()) {
      vectors.add(vector(json));
    } else {
      json.forEach(one -> vectors.add(vector(one)));
    }
    return vectors;
  }

  /** One vector. */
  public static Vector vector(JsonNode json) {
    float[] values = new float[json.size()];
    for (int i = 0; i < values.length; i++) {
      if (!json.get(i).isNumber()) {
        throw Fields.invalid("vectors", "只能包含数字", "must hold numbers");
      }
      values[i] = json.get(i).floatValue();
    }
    Vector vector = Vector.of(values);
    if (!vector.isFinite()) {
      throw Fields.invalid("vectors", "必须是有限的数字", "must be finite numbers");
    }
    return vector;
  }

  /** A vector as a list of numbers. */
  public static ArrayNode json(Vector vector) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode(vector.dimension());
    for (int i = 0; i < vector.dimension(); i++) {
      json.add(vector.at(i));
    }
    return json;
  }
}
