package org.wenshu.protocol.ws;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.wenshu.execution.Rows;

/** Writes the values of rows (contract of the text2sql stream, section 7). Thread-safe. */
public final class ValueJson {
  /** Numbers keep every digit and get no exponent. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private static final DateTimeFormatter SECONDS = pattern("uuuu-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter MICROS = pattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

  private ValueJson() {}

  /** The moment to the microsecond. */
  static String timestamp(LocalDateTime moment) {
    return MICROS.format(moment);
  }

  /** Writes one value of {@link Rows}. */
  public static void write(JsonGenerator json, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Number number) {
      writeNumber(json, number);
    } else if (value instanceof Boolean bit) {
      json.writeNumber(bit ? 1 : 0);
    } else if (value instanceof byte[] bytes) {
      json.writeBinary(bytes);
    } else if (value instanceof Rows.Json document) {
      writeDocument(json, document.text());
    } else {
      json.writeString(text(value));
    }
  }

  private static void writeNumber(JsonGenerator json, Number number) throws IOException {
    if (number instanceof BigDecimal exact) {
      json.writeNumber(exact);
    } else if (number instanceof BigInteger large) {
      json.writeNumber(large);
    } else {
      json.writeNumber(number.longValue());
    }
  }

  /** Valid documents go in as they are: no number in them changes its digits. */
  private static void writeDocument(JsonGenerator json, String text) throws IOException {
    if (isDocument(text)) {
      json.writeRawValue(text);
    } else {
      json.writeString(text);
    }
  }

  private static boolean isDocument(String text) {
    try {
      return !MAPPER.readTree(text).isMissingNode();
    } catch (JsonProcessingException notJson) {
      return false;
    }
  }

  private static String text(Object value) {
    if (value instanceof LocalDateTime moment) {
      boolean whole = moment.truncatedTo(ChronoUnit.SECONDS).equals(moment);
      return (whole ? SECONDS : MICROS).format(moment);
    }
    if (value instanceof LocalDate date) {
      return date.toString();
    }
    if (value instanceof Rows.TimeOfDay time) {
      return time.text();
    }
    return value.toString();
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }
}
