package org.wenshu.protocol.ws;

import java.util.Locale;
import java.util.Optional;

/** What a chunk frame carries (contract of the text2sql stream, sections 2.4 and 5). */
public enum StreamMode {
  DELTA,
  CUMULATIVE,
  NONE;

  /** The mode of that name; empty for anything else. */
  static Optional<StreamMode> of(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "delta" -> Optional.of(DELTA);
      case "cumulative" -> Optional.of(CUMULATIVE);
      case "none" -> Optional.of(NONE);
      default -> Optional.empty();
    };
  }
}
