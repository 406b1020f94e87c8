package org.wenshu.protocol.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import org.wenshu.protocol.json.Surrogates;

/** Reads and writes the JSON of the gateway; documents may be long texts. Thread-safe. */
public final class GatewayJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(256 << 20).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private GatewayJson() {}

  /**
   * The JSON value.
   *
   * @throws JsonProcessingException when it is none
   */
  public static JsonNode read(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  /**
   * The JSON value, in UTF-8.
   *
   * @throws java.io.IOException when it is none
   */
  public static JsonNode read(byte[] bytes) throws java.io.IOException {
    return MAPPER.readTree(bytes);
  }

  /** The text of a value, with nothing in it that UTF-8 cannot hold. */
  public static String text(JsonNode value) {
    try {
      return Surrogates.escapeLone(MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
