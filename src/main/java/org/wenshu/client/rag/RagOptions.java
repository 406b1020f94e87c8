package org.wenshu.client.rag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import org.wenshu.client.json.Json;

/**
 * How a question is to be answered. Immutable.
 *
 * @param limit rows at most, 1 to 1000
 * @param offset rows passed over
 * @param format in what form rows are also rendered
 * @param explain whether a full explanation and the plan are wanted
 * @param optimize whether hints to a faster statement are wanted
 * @param timeout the server's whole budget, 1 to 300 s
 */
public record RagOptions(
    int limit, int offset, Format format, boolean explain, boolean optimize, Duration timeout) {
  private static final Duration BUDGET = Duration.ofSeconds(30);

  /** The forms in which the server renders rows, beside the rows themselves. */
  public enum Format {
    JSON,
    CSV,
    TABLE
  }

  /** 20 rows, no rendering, a short explanation, 30 s. */
  public static RagOptions defaults() {
    return new RagOptions(20, 0, Format.JSON, false, true, BUDGET);
  }

  /** The same with so many rows at most. */
  public RagOptions withLimit(int rows) {
    return new RagOptions(rows, offset, format, explain, optimize, timeout);
  }

  /** The same from that row on. */
  public RagOptions withOffset(int rows) {
    return new RagOptions(limit, rows, format, explain, optimize, timeout);
  }

  /** The same with rows also rendered. */
  public RagOptions withFormat(Format other) {
    return new RagOptions(limit, offset, other, explain, optimize, timeout);
  }

  /** The same with a full explanation and the plan. */
  public RagOptions withExplanation() {
    return new RagOptions(limit, offset, format, true, optimize, timeout);
  }

  /** The same with another budget for the server, in whole seconds. */
  public RagOptions withTimeout(Duration budget) {
    return new RagOptions(limit, offset, format, explain, optimize, budget);
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object();
    json.put("limit", limit).put("explain", explain).put("optimize", optimize);
    if (offset > 0) {
      json.put("offset", offset);
    }
    if (format != Format.JSON) {
      json.put("format", format.name().toLowerCase(Locale.ROOT));
    }
    if (!timeout.equals(BUDGET)) {
      json.put("timeout", timeout.toSeconds());
    }
    return json;
  }
}
