package org.wenshu.generation.grammar.lexicon;

import java.math.BigDecimal;
import java.util.List;

/**
 * One word of a question.
 *
 * @param text as written, quotes removed
 * @param kind what the characters are
 * @param forms the forms it may be looked up by, the likeliest first; lower case
 * @param number its value when it is a number, else null
 */
public record Token(String text, Kind kind, List<String> forms, BigDecimal number) {
  /** What the characters of a token are. */
  public enum Kind {
    WORD,
    HAN,
    NAME,
    ABBREVIATION,
    NUMBER,
    DATE,
    QUOTED,
    SYMBOL
  }

  static Token of(String text, Kind kind, List<String> forms) {
    return new Token(text, kind, List.copyOf(forms), null);
  }

  static Token number(String text, BigDecimal value) {
    return new Token(text, Kind.NUMBER, List.of(text), value);
  }

  /** Whether it is a word of either language, not a number, a quotation or a sign. */
  public boolean isWord() {
    return kind == Kind.WORD || kind == Kind.HAN || kind == Kind.NAME;
  }
}
