package org.wenshu.protocol.ws;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.wenshu.ask.Answer;
import org.wenshu.protocol.json.Utf8;
import org.wenshu.question.Language;
import org.wenshu.values.Substitution;

/** Writes the final result message (contract of the text2sql stream, section 6). Thread-safe. */
final class ResultJson {
  private final int maxBytes;
  private final Clock clock;

  ResultJson(int maxBytes, Clock clock) {
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  /** The message for an answer; rows are dropped from the end until it fits. */
  String success(String query, Answer answer, Language language, Optional<String> id) {
    String frame = success(query, answer, new Extras(language, id, true), "[]", 0);
    RowsJson rows = RowsJson.of(answer.rows(), maxBytes - Utf8.length(frame) - 10);
    boolean truncated = answer.rows().truncated() || rows.count() < answer.rows().rows().size();
    return success(query, answer, new Extras(language, id, truncated), rows.text(), rows.count());
  }

  private String success(String query, Answer answer, Extras extras, String rows, int count) {
    String head =
        object(
            json -> {
              begin(json, "success", Optional.of(query));
              json.writeStringField("sql", answer.sql());
            });
    String tail =
        object(
            json -> {
              json.writeNumberField("row_count", count);
              json.writeStringField("timestamp", now());
              writeExtras(json, answer, extras);
            });
    return head.substring(0, head.length() - 1) + ",\"result\":" + rows + "," + tail.substring(1);
  }

  /** The message for anything else than an answer. */
  String error(ErrorResult error) {
    return object(
        json -> {
          begin(json, "error", error.query());
          json.writeStringField("error", error.error());
          json.writeStringField("timestamp", now());
          writeOptional(json, "id", error.id());
          writeOptional(json, "last_sql", error.lastSql());
          writeOptional(json, "reason", error.reason());
        });
  }

  /**
   * What an error message tells.
   *
   * @param lastSql the statement that failed last
   * @param reason why there is no statement
   */
  record ErrorResult(
      Optional<String> query,
      String error,
      Optional<String> id,
      Optional<String> lastSql,
      Optional<String> reason) {}

  private record Extras(Language language, Optional<String> id, boolean truncated) {}

  private static void begin(JsonGenerator json, String status, Optional<String> query)
      throws IOException {
    json.writeStringField("type", "query_result");
    json.writeStringField("status", status);
    json.writeStringField("query", query.orElse(null));
  }

  private static void writeExtras(JsonGenerator json, Answer answer, Extras extras)
      throws IOException {
    writeOptional(json, "id", extras.id());
    if (!answer.substitutions().isEmpty()) {
      json.writeArrayFieldStart("substitutions");
      for (Substitution substitution : answer.substitutions()) {
        writeSubstitution(json, substitution);
      }
      json.writeEndArray();
    }
    if (answer.originalSql().isPresent()) {
      json.writeBooleanField("rewritten", true);
      writeOptional(json, "original_sql", answer.originalSql());
    }
    if (extras.truncated()) {
      json.writeBooleanField("truncated", true);
    }
    json.writeStringField("generator", answer.generator());
    writeOptional(json, "notice", notice(answer, extras.language()));
  }

  /** Whatever there is to tell, in one text. */
  private static Optional<String> notice(Answer answer, Language language) {
    String between = language == Language.CHINESE ? "；" : "; ";
    return answer.notices().stream().map(n -> n.in(language)).reduce((a, b) -> a + between + b);
  }

  private static void writeSubstitution(JsonGenerator json, Substitution substitution)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("group", substitution.group());
    json.writeStringField("from", substitution.from());
    json.writeStringField("to", substitution.to());
    json.writeStringField("rule", substitution.rule());
    json.writeBooleanField("ambiguous", substitution.ambiguous());
    json.writeArrayFieldStart("alternatives");
    for (String alternative : substitution.alternatives()) {
      json.writeString(alternative);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeOptional(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }

  private String now() {
    return ValueJson.timestamp(LocalDateTime.now(clock));
  }

  private static String object(Members members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = ValueJson.MAPPER.createGenerator(text)) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return ControlWords.escapeInJson(text.toString());
  }

  private interface Members {
    void write(JsonGenerator json) throws IOException;
  }
}
