package org.wenshu.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a schema comment says: labels before the first bracket or colon, and an enumeration of
 * stored values with their labels, as in {@code 状态(active=活跃,inactive=未激活)}.
 *
 * @param labels the names it gives, never blank
 * @param values label by stored value
 */
public record Comment(List<String> labels, Map<String, String> values) {
  private static final String BREAKS = "(（[【:：,，;；。";
  private static final String PARTS = ",，、;；/|)） ";
  private static final String JOINS = "=:：-";

  /** Reads the text of a comment; an empty one has neither labels nor values. */
  public static Comment parse(String text) {
    int end = 0;
    while (end < text.length() && BREAKS.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    List<String> labels = new ArrayList<>();
    for (String label : parts(text.substring(0, end), "/、|")) {
      labels.add(label);
    }
    Map<String, String> values = new LinkedHashMap<>();
    if (end < text.length()) {
      for (String part : parts(text.substring(end + 1), PARTS)) {
        addValue(part, values);
      }
    }
    return new Comment(labels, values);
  }

  private static void addValue(String part, Map<String, String> values) {
    for (int i = 1; i < part.length() - 1; i++) {
      if (JOINS.indexOf(part.charAt(i)) >= 0) {
        values.put(part.substring(0, i).strip(), part.substring(i + 1).strip());
        return;
      }
    }
  }

  private static List<String> parts(String text, String separators) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || separators.indexOf(text.charAt(i)) >= 0) {
        String part = text.substring(start, i).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        start = i + 1;
      }
    }
    return parts;
  }
}
