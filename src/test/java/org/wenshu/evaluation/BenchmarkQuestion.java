package org.wenshu.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of a benchmark's {@code questions.jsonl}.
 *
 * @param id unique in the file
 * @param database name of the dump it is asked of
 * @param hardness class of the gold statement
 * @param wordings the question by variant ({@code en}, {@code zh}, {@code en_syn}); some lack one
 * @param gold statements of which any one is right
 */
record BenchmarkQuestion(
    String id, String database, String hardness, Map<String, String> wordings, List<String> gold) {
  /** The fields that hold wordings are called so, then the variant. */
  private static final String WORDING = "question_";

  static List<BenchmarkQuestion> read(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<BenchmarkQuestion> questions = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        questions.add(of(mapper.readTree(line)));
      }
    }
    return questions;
  }

  private static BenchmarkQuestion of(JsonNode line) {
    Map<String, String> wordings = new LinkedHashMap<>();
    line.fieldNames()
        .forEachRemaining(
            field -> {
              if (field.startsWith(WORDING) && !line.get(field).asText().isBlank()) {
                wordings.put(field.substring(WORDING.length()), line.get(field).asText());
              }
            });
    List<String> gold = new ArrayList<>();
    gold.add(line.get("gold_sql").asText());
    if (line.hasNonNull("gold_alt")) {
      gold.add(line.get("gold_alt").asText());
    }
    return new BenchmarkQuestion(
        line.get("id").asText(),
        line.get("db").asText(),
        line.path("hardness").asText(),
        wordings,
        gold);
  }
}
