package org.wenshu.generation.grammar.lexicon;

/**
 * What a word does in a question, as the vocabulary says.
 *
 * @param tag the family, such as {@code cmp}
 * @param argument which of the family, such as {@code GT}; empty when the family has one member
 */
public record Keyword(String tag, String argument) {
  static Keyword parse(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new Keyword(text, "")
        : new Keyword(text.substring(0, colon), text.substring(colon + 1));
  }
}
