package org.wenshu.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import org.wenshu.execution.Rows;

/**
 * Writes the values of rows (contract of the RAG query protocol, section 4.7). Numbers that a
 * double would not hold exactly become strings. Thread-safe.
 */
public final class CellJson {
  private static final ObjectReader JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();
  private static final long MAX_EXACT = (1L << 53) - 1;
  private static final BigInteger MAX_EXACT_LARGE = BigInteger.valueOf(MAX_EXACT);
  private static final int MAX_DIGITS = 15;
  private static final DateTimeFormatter SECONDS = pattern("uuuu-MM-dd'T'HH:mm:ss'Z'");
  private static final DateTimeFormatter MICROS = pattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

  private CellJson() {}

  /** Writes one value of {@link Rows}. */
  public static void write(JsonGenerator json, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Boolean bit) {
      json.writeNumber(bit ? 1 : 0);
    } else if (value instanceof Number number) {
      writeNumber(json, number);
    } else if (value instanceof Rows.Json document) {
      writeDocument(json, document.text());
    } else {
      json.writeString(text(value));
    }
  }

  /** The value as text, as CSV and tables show it; null is empty. */
  public static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof LocalDateTime moment) {
      return (isWholeSecond(moment) ? SECONDS : MICROS).format(moment);
    }
    if (value instanceof BigDecimal exact) {
      return exact.toPlainString();
    }
    if (value instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    if (value instanceof Rows.TimeOfDay time) {
      return time.text();
    }
    return value instanceof Rows.Json document ? document.text() : value.toString();
  }

  private static void writeNumber(JsonGenerator json, Number number) throws IOException {
    if (isExactAsDouble(number)) {
      json.writeNumber(number instanceof BigDecimal exact ? exact : new BigDecimal(text(number)));
    } else {
      json.writeString(text(number));
    }
  }

  private static boolean isExactAsDouble(Number number) {
    if (number instanceof BigDecimal exact) {
      return exact.stripTrailingZeros().precision() <= MAX_DIGITS || isExactAsInteger(exact);
    }
    if (number instanceof BigInteger large) {
      return large.abs().compareTo(MAX_EXACT_LARGE) <= 0;
    }
    return number instanceof Double real
        ? Double.isFinite(real)
        : number.longValue() >= -MAX_EXACT && number.longValue() <= MAX_EXACT;
  }

  private static boolean isExactAsInteger(BigDecimal exact) {
    return exact.scale() <= 0
        && exact.precision() - exact.scale() < 20
        && exact.toBigInteger().abs().compareTo(MAX_EXACT_LARGE) <= 0;
  }

  /** Valid documents go in as they are: no number in them changes its digits. */
  private static void writeDocument(JsonGenerator json, String text) throws IOException {
    boolean valid;
    try {
      valid = !JSON.readTree(text).isMissingNode();
    } catch (JsonProcessingException notJson) {
      valid = false;
    }
    if (valid) {
      json.writeRawValue(text);
    } else {
      json.writeString(text);
    }
  }

  private static boolean isWholeSecond(LocalDateTime moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).equals(moment);
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }
}
