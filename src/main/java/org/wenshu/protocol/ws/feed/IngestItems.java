package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wenshu.feed.source.Ingest;

/** Reads and answers what is brought: an array, one object, or one object a line. Thread-safe. */
final class IngestItems {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .readerFor(JsonNode.class);

  private IngestItems() {}

  /**
   * The items of a body.
   *
   * @throws JsonProcessingException when it is not JSON
   */
  static List<JsonNode> read(byte[] body) throws IOException {
    List<JsonNode> items = new ArrayList<>();
    try (MappingIterator<JsonNode> values = JSON.readValues(body)) {
      while (values.hasNextValue()) {
        JsonNode value = values.nextValue();
        if (value.isArray()) {
          value.forEach(items::add);
        } else {
          items.add(value);
        }
      }
    }
    return items;
  }

  /** What became of them. */
  static ObjectNode answer(Ingest.Outcome outcome) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("accepted", outcome.accepted());
    ArrayNode rejected = answer.putArray("rejected");
    outcome
        .rejected()
        .forEach(
            one ->
                rejected
                    .addObject()
                    .put("index", one.index())
                    .put("code", one.code())
                    .put("message", one.message()));
    return answer;
  }
}
