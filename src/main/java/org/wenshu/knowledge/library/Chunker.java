package org.wenshu.knowledge.library;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into pieces of bounded length that overlap a little, where a paragraph, a sentence or
 * at least a word ends. Never cuts within a character.
 *
 * @param maxChars of one piece
 * @param overlapChars that a piece repeats of the one before, at most half of it
 */
public record Chunker(int maxChars, int overlapChars) {
  private static final String[] ENDS = {"\n\n", "\n", "。", "！", "？", ". ", "! ", "? ", "；", " "};

  /** Refuses lengths with which no text would ever end. */
  public Chunker {
    if (maxChars < 10 || overlapChars < 0 || overlapChars > maxChars / 2) {
      throw new IllegalArgumentException("Pieces must be longer than twice their overlap");
    }
  }

  /** 1,200 characters that overlap by 100. */
  public static Chunker standard() {
    return new Chunker(1_200, 100);
  }

  /** The pieces, in their order; none of a blank text. */
  public List<String> cut(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = end(text, from);
      String piece = text.substring(from, to).strip();
      if (!piece.isEmpty()) {
        pieces.add(piece);
      }
      from = to == text.length() ? to : next(text, from, to);
    }
    return pieces;
  }

  private int end(String text, int from) {
    int most = from + maxChars;
    if (most >= text.length()) {
      return text.length();
    }
    for (String end : ENDS) {
      int at = text.lastIndexOf(end, most - end.length());
      if (at > from + maxChars / 2) {
        return at + end.length();
      }
    }
    return whole(text, most);
  }

  private int next(String text, int from, int to) {
    int back = Math.max(from + 1, to - overlapChars);
    int space = text.indexOf(' ', back);
    return whole(text, space >= 0 && space < to ? space : back);
  }

  private static int whole(String text, int at) {
    return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
  }
}
