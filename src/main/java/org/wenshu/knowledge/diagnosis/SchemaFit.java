package org.wenshu.knowledge.diagnosis;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wenshu.knowledge.row.RowField;
import org.wenshu.knowledge.row.RowSchema;

/** Finds the schemas whose fields a sample has. */
public final class SchemaFit {
  private static final double LEAST = 0.3;

  private SchemaFit() {}

  /** The schemas that fit, best first. */
  public static List<RowSchema> best(List<RowSchema> schemas, SampleFields sample) {
    return schemas.stream()
        .filter(schema -> share(schema, sample) >= LEAST)
        .sorted(Comparator.comparingDouble((RowSchema schema) -> -share(schema, sample)))
        .toList();
  }

  /** The field of the schema for each name in the sample that has one. */
  public static Map<String, RowField> mapping(RowSchema schema, SampleFields sample) {
    Map<String, RowField> mapping = new LinkedHashMap<>();
    for (String name : sample.names()) {
      Optional<RowField> field =
          schema.fields().stream().filter(one -> plain(one.name()).equals(plain(name))).findFirst();
      field.ifPresent(found -> mapping.put(name, found));
    }
    return mapping;
  }

  private static double share(RowSchema schema, SampleFields sample) {
    int all = Math.max(1, Math.max(schema.fields().size(), sample.names().size()));
    return (double) mapping(schema, sample).size() / all;
  }

  /** Names are written in many ways: {@code unit_price}, {@code UnitPrice}, {@code Unit Price}. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
