package org.wenshu.generation.grammar;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into pieces the size of a model's tokens: a word with the blank before it. */
final class Pieces {
  private static final int LONGEST = 12;

  private Pieces() {}

  static List<String> of(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || endsBefore(text, start, i)) {
        pieces.add(text.substring(start, i));
        start = i;
      }
    }
    return pieces;
  }

  private static boolean endsBefore(String text, int start, int place) {
    char next = text.charAt(place);
    boolean wide = Character.isIdeographic(text.charAt(place - 1)) && place - start >= 2;
    return !Character.isLowSurrogate(next)
        && (Character.isWhitespace(next) || wide || place - start >= LONGEST);
  }
}
