package org.wenshu.schema.search;

import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts names of tables and columns into the words people would say. */
final class IdentifierWords {
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "[^\\p{L}\\p{N}]+" // order_item, order-item
              + "|(?<=\\p{Ll})(?=\\p{Lu})" // orderItem
              + "|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})" // HTTPServer
              + "|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})"); // address2

  private IdentifierWords() {}

  /** The words, separated by blanks, and behind them the name in one piece if it has several. */
  static String of(String identifier) {
    String words = BOUNDARY.matcher(identifier).replaceAll(" ").strip();
    if (words.indexOf(' ') < 0) {
      return words;
    }
    return words + " " + words.replace(" ", "").toLowerCase(Locale.ROOT);
  }
}
