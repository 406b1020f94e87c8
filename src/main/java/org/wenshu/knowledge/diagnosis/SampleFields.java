package org.wenshu.knowledge.diagnosis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of the values in a sample, which may break off anywhere.
 *
 * @param delimiter between values of CSV; empty for other kinds
 */
public record SampleFields(List<String> names, String delimiter) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern JSON_NAME = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)+)\"\\s*:");
  private static final Pattern XML_LEAF = Pattern.compile("<([\\w.:-]+)(?:\\s[^<>]*)?>[^<]*</\\1>");
  private static final String[] DELIMITERS = {",", ";", "\t", "|"};

  /** Copies the list. */
  public SampleFields {
    names = List.copyOf(names);
  }

  /** Those of a sample of that kind. */
  public static SampleFields of(String sample, DataKind kind) {
    return switch (kind) {
      case CSV -> csv(sample);
      case JSON -> new SampleFields(json(sample), "");
      case XML -> new SampleFields(distinct(XML_LEAF.matcher(sample)), "");
    };
  }

  private static SampleFields csv(String sample) {
    String header = sample.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    String delimiter = DELIMITERS[0];
    for (String candidate : DELIMITERS) {
      if (split(header, candidate).size() > split(header, delimiter).size()) {
        delimiter = candidate;
      }
    }
    return new SampleFields(split(header, delimiter), delimiter);
  }

  private static List<String> split(String line, String delimiter) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && delimiter.charAt(0) == c) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells.stream().filter(name -> !name.isEmpty()).toList();
  }

  /** A whole document by its first record, a broken one by whatever looks like a name. */
  private static List<String> json(String sample) {
    try {
      JsonNode record = firstRecord(MAPPER.readTree(sample));
      List<String> names = new ArrayList<>();
      record.fieldNames().forEachRemaining(names::add);
      return names;
    } catch (JsonProcessingException brokenOff) {
      return distinct(JSON_NAME.matcher(sample));
    }
  }

  private static JsonNode firstRecord(JsonNode json) {
    if (json.isArray()) {
      return json.path(0);
    }
    if (json.size() == 1 && json.elements().next().isArray()) {
      return json.elements().next().path(0);
    }
    return json;
  }

  private static List<String> distinct(Matcher names) {
    Set<String> found = new LinkedHashSet<>();
    while (names.find()) {
      found.add(names.group(1));
    }
    return List.copyOf(found);
  }
}
