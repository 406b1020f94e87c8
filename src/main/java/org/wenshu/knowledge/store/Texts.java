package org.wenshu.knowledge.store;

import java.util.Optional;
import org.wenshu.knowledge.Value;

/** Judges texts before they are stored: what the database would cut or refuse is not sent. */
final class Texts {
  /** As much as a TEXT column holds whatever the characters. */
  static final int MAX_NAME = 16_000;

  /** So that an item can be exported: clients refuse frames of a mebibyte. */
  static final int MAX_TEXT = 250_000;

  private Texts() {}

  static Optional<String> problem(String what, Value value) {
    return value.v().isEmpty()
        ? Optional.of(what + " is empty")
        : problem(what, value.v(), MAX_NAME);
  }

  static Optional<String> problem(String what, String text, int max) {
    if (text.length() > max) {
      return Optional.of(what + " has more than " + max + " characters");
    }
    return isWellFormed(text)
        ? Optional.empty()
        : Optional.of(what + " has half of a character that takes two");
  }

  private static boolean isWellFormed(String text) {
    int length = text.length();
    int i = 0;
    while (i < length) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < length
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (Character.isSurrogate(c) && !pair) {
        return false;
      }
      i += pair ? 2 : 1;
    }
    return true;
  }
}
