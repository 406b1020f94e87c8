package org.wenshu.knowledge.diagnosis;

import java.util.Locale;
import java.util.Optional;

/** How data is written. */
public enum DataKind {
  CSV(0.8),
  JSON(0.9),
  XML(0.9);

  private final double confidence;

  DataKind(double confidence) {
    this.confidence = confidence;
  }

  /** What a sample looks like. */
  public static DataKind of(String sample) {
    String text = sample.strip();
    if (text.startsWith("<?xml") || (text.startsWith("<") && text.contains("</"))) {
      return XML;
    }
    return text.startsWith("{") || text.startsWith("[") ? JSON : CSV;
  }

  /** The kind of that name. */
  public static Optional<DataKind> named(String name) {
    for (DataKind kind : values()) {
      if (kind.wireName().equals(name.toLowerCase(Locale.ROOT))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Its name on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How sure one can be by the looks. */
  public double confidence() {
    return confidence;
  }
}
