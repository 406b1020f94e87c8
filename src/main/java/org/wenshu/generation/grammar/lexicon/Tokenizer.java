package org.wenshu.generation.grammar.lexicon;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits a question into tokens. For one question; not thread-safe. */
final class Tokenizer {
  private static final String OPENING = "\"“「『《‘'`";
  private static final String CLOSING = "\"”」』》’'`";
  private final String text;
  private final Segmenter segmenter;
  private final Abbreviations abbreviations;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  Tokenizer(String text, Segmenter segmenter, Abbreviations abbreviations) {
    this.text = text;
    this.abbreviations = abbreviations;
    this.segmenter = segmenter;
  }

  List<Token> tokens() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (!quoted(c)) {
        unquoted(c);
      }
    }
    return tokens;
  }

  private void unquoted(char c) {
    if (Character.isDigit(c)) {
      number();
    } else if (Script.isHan(c)) {
      han();
    } else if (Character.isLetter(c)) {
      word();
    } else {
      sign(c);
    }
  }

  private boolean quoted(char c) {
    int kind = OPENING.indexOf(c);
    boolean apostrophe = at > 0 && Script.isLatin(text.charAt(at - 1)) && (c == '\'' || c == '’');
    if (kind < 0 || apostrophe) {
      return false;
    }
    int width = text.startsWith("``", at) ? 2 : 1;
    int end = closing(kind, at + width);
    if (end < 0) {
      return false;
    }
    String inner = text.substring(at + width, end).strip();
    if (!inner.isEmpty()) {
      tokens.add(Token.of(inner, Token.Kind.QUOTED, List.of(inner.toLowerCase(Locale.ROOT))));
    }
    at = end + (text.startsWith("''", end) ? 2 : 1);
    return true;
  }

  private int closing(int kind, int from) {
    char close = CLOSING.charAt(kind);
    if (close == '`' && text.indexOf("''", from) >= 0) {
      return text.indexOf("''", from);
    }
    int end = text.indexOf(close, from);
    while (end > 0 && close == '\'' && insideWord(end)) {
      end = text.indexOf(close, end + 1);
    }
    return end;
  }

  private boolean insideWord(int place) {
    return place + 1 < text.length()
        && Character.isLetter(text.charAt(place - 1))
        && Script.isLatin(text.charAt(place + 1));
  }

  private void number() {
    int start = at;
    while (at < text.length() && continuesNumber()) {
      at++;
    }
    String digits = text.substring(start, at);
    if (isDate(digits)) {
      tokens.add(Token.of(digits.replace('/', '-'), Token.Kind.DATE, List.of(digits)));
      return;
    }
    at = start + numberLength(digits);
    BigDecimal value = new BigDecimal(text.substring(start, at).replace(",", ""));
    while (at < text.length() && Numerals.isScale(text.charAt(at))) {
      value = value.multiply(Numerals.scale(text.charAt(at++)));
    }
    tokens.add(Token.number(text.substring(start, at), value));
  }

  private boolean continuesNumber() {
    char c = text.charAt(at);
    boolean digitFollows = at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    return Character.isDigit(c) || ((c == '.' || c == ',' || c == '-' || c == '/') && digitFollows);
  }

  private static boolean isDate(String digits) {
    return digits.length() >= 8
        && digits.charAt(4) == digits.charAt(digits.length() - 3)
        && (digits.charAt(4) == '-' || digits.charAt(4) == '/')
        && digits.length() == 10;
  }

  private static int numberLength(String digits) {
    int end = 0;
    while (end < digits.length()
        && (Character.isDigit(digits.charAt(end)) || isInner(digits, end))) {
      end++;
    }
    return end;
  }

  private static boolean isInner(String digits, int place) {
    char c = digits.charAt(place);
    if (c == '.') {
      return digits.indexOf('.') == place;
    }
    return c == ',' && place > 0 && place + 4 <= digits.length() && thousands(digits, place);
  }

  private static boolean thousands(String digits, int comma) {
    for (int i = comma + 1; i < comma + 4; i++) {
      if (!Character.isDigit(digits.charAt(i))) {
        return false;
      }
    }
    return comma + 4 == digits.length() || !Character.isDigit(digits.charAt(comma + 4));
  }

  private void han() {
    int start = at;
    while (at < text.length() && Script.isHan(text.charAt(at))) {
      at++;
    }
    for (Segmenter.Piece piece : segmenter.split(text.substring(start, at))) {
      tokens.add(token(piece));
    }
  }

  private Token token(Segmenter.Piece piece) {
    return switch (piece.type()) {
      case WORD -> Token.of(piece.text(), Token.Kind.HAN, List.of(piece.text()));
      case NUMERAL -> Token.number(piece.text(), Numerals.chinese(piece.text()));
      case ABBREVIATION ->
          Token.of(
              piece.text(), Token.Kind.ABBREVIATION, List.of(abbreviations.full(piece.text())));
      case NAME, UNKNOWN -> Token.of(piece.text(), Token.Kind.NAME, List.of(piece.text()));
    };
  }

  private void word() {
    int start = at;
    while (at < text.length() && continuesWord()) {
      at++;
    }
    String word = text.substring(start, at).replace('’', '\'');
    String lower = word.toLowerCase(Locale.ROOT);
    tokens.add(
        Numerals.english(lower)
            .map(value -> Token.number(word, value))
            .orElseGet(() -> Token.of(word, Token.Kind.WORD, EnglishWords.forms(word))));
  }

  private boolean continuesWord() {
    char c = text.charAt(at);
    boolean contracted =
        (c == '\'' || c == '’') && text.startsWith("t", at + 1) && text.charAt(at - 1) == 'n';
    return (Character.isLetterOrDigit(c) && !Script.isHan(c)) || c == '@' || contracted;
  }

  private void sign(char c) {
    if ((c == '\'' || c == '’') && text.startsWith("s", at + 1)) {
      tokens.add(Token.of("'s", Token.Kind.WORD, List.of("'s")));
      at += 2;
    } else if (c == '_' || c == '\'' || c == '’' || (c == '-' && betweenLetters())) {
      at++;
    } else {
      int width = Character.charCount(text.codePointAt(at));
      String two = text.substring(at, Math.min(text.length(), at + 2));
      if (two.equals(">=") || two.equals("<=") || two.equals("!=") || two.equals("<>")) {
        width = 2;
      }
      String sign = text.substring(at, at + width);
      tokens.add(Token.of(sign, Token.Kind.SYMBOL, List.of(sign)));
      at += width;
    }
  }

  private boolean betweenLetters() {
    return at > 0
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at - 1))
        && Character.isLetter(text.charAt(at + 1));
  }
}
