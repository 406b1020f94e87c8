package org.wenshu.client.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts answers and changes together to the answer as it is now. For one thread. */
final class LiveRows {
  private Optional<LiveAnswer> now = Optional.empty();

  /** The answer after a frame; empty when the frame does not fit what is known. */
  Optional<LiveAnswer> apply(FeedMessage frame) {
    JsonNode json = frame.json();
    now =
        json.path("kind").asText().equals("change")
            ? now.flatMap(before -> changed(before, json))
            : Optional.of(answer(json));
    return now;
  }

  private static LiveAnswer answer(JsonNode json) {
    List<String> columns = new ArrayList<>();
    json.path("columns").forEach(column -> columns.add(column.asText()));
    List<Map<String, Object>> rows = new ArrayList<>();
    json.path("rows").forEach(row -> rows.add(row(row)));
    return new LiveAnswer(
        json.path("version").asLong(),
        json.path("sql").asText(),
        columns,
        rows,
        json.path("truncated").asBoolean(),
        rows.size());
  }

  /** Takes out by places in the list before, then puts in by places in the new one. */
  private static Optional<LiveAnswer> changed(LiveAnswer before, JsonNode json) {
    Set<Integer> removed = new HashSet<>();
    json.path("removed").forEach(place -> removed.add(place.asInt(-1)));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < before.rows().size(); i++) {
      if (!removed.contains(i)) {
        rows.add(before.rows().get(i));
      }
    }
    if (rows.size() != before.rows().size() - removed.size()) {
      return Optional.empty();
    }
    int added = 0;
    for (JsonNode placed : json.path("added")) {
      int index = placed.path("index").asInt(-1);
      if (index < 0 || index > rows.size()) {
        return Optional.empty();
      }
      rows.add(index, row(placed.path("row")));
      added++;
    }
    return Optional.of(
        new LiveAnswer(
            json.path("version").asLong(),
            before.sql(),
            before.columns(),
            rows,
            before.truncated(),
            removed.size() + added));
  }

  private static Map<String, Object> row(JsonNode row) {
    return Collections.unmodifiableMap(FeedJson.map(row));
  }
}
