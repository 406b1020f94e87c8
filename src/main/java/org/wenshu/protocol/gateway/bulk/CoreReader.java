package org.wenshu.protocol.gateway.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ArrayValue;
import org.msgpack.value.MapValue;
import org.msgpack.value.ValueFactory;
import org.wenshu.knowledge.CorePart;
import org.wenshu.knowledge.EntityVector;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.Value;
import org.wenshu.knowledge.Vector;

/** Reads the messages of a knowledge core (contract, section 5.9). Stateless. */
final class CoreReader {
  private static final String TRIPLES = "t";
  private static final String ENTITIES = "ge";

  private CoreReader() {}

  /**
   * The next message; empty for one of a kind that is not known.
   *
   * @throws BadItem when it has not the shape of its kind
   * @throws IOException when it is no MessagePack
   */
  static Optional<CorePart> read(MessageUnpacker messages) throws IOException, BadItem {
    var message = messages.unpackValue();
    if (!message.isArrayValue() || message.asArrayValue().size() != 2) {
      throw new BadItem("A message is a list of its kind and a map");
    }
    ArrayValue pair = message.asArrayValue();
    String kind = text(pair.get(0), "The kind of a message");
    if (kind.equals(TRIPLES)) {
      return Optional.of(new CorePart(triples(list(pair.get(1), "t")), List.of()));
    }
    if (kind.equals(ENTITIES)) {
      return Optional.of(new CorePart(List.of(), entities(list(pair.get(1), "e"))));
    }
    return Optional.empty();
  }

  private static List<Triple> triples(ArrayValue list) throws BadItem {
    List<Triple> triples = new ArrayList<>();
    for (var one : list) {
      triples.add(
          new Triple(value(member(one, "s")), value(member(one, "p")), value(member(one, "o"))));
    }
    return triples;
  }

  private static List<EntityVector> entities(ArrayValue list) throws BadItem {
    List<EntityVector> entities = new ArrayList<>();
    for (var one : list) {
      Value entity = value(member(one, "e"));
      for (var numbers : list(one, "v")) {
        entities.add(new EntityVector(entity, vector(numbers)));
      }
    }
    return entities;
  }

  private static Vector vector(org.msgpack.value.Value numbers) throws BadItem {
    if (!numbers.isArrayValue()) {
      throw new BadItem("A vector is no list");
    }
    ArrayValue list = numbers.asArrayValue();
    float[] vector = new float[list.size()];
    for (int i = 0; i < vector.length; i++) {
      var number = list.get(i);
      if (!number.isNumberValue()) {
        throw new BadItem("The vector has something that is no number");
      }
      vector[i] = number.asNumberValue().toFloat();
    }
    return Vector.of(vector);
  }

  private static Value value(org.msgpack.value.Value map) throws BadItem {
    var uri = member(map, "e");
    return new Value(
        text(member(map, "v"), "v"), uri.isBooleanValue() && uri.asBooleanValue().getBoolean());
  }

  private static ArrayValue list(org.msgpack.value.Value map, String name) throws BadItem {
    var list = member(map, name);
    if (!list.isArrayValue()) {
      throw new BadItem(name + " is no list");
    }
    return list.asArrayValue();
  }

  private static org.msgpack.value.Value member(org.msgpack.value.Value map, String name)
      throws BadItem {
    if (!map.isMapValue()) {
      throw new BadItem("There is no map with " + name);
    }
    MapValue members = map.asMapValue();
    Map<org.msgpack.value.Value, org.msgpack.value.Value> known = members.map();
    return known.getOrDefault(ValueFactory.newString(name), ValueFactory.newNil());
  }

  private static String text(org.msgpack.value.Value value, String what) throws BadItem {
    if (!value.isStringValue()) {
      throw new BadItem(what + " is no text");
    }
    return value.asStringValue().asString();
  }
}
