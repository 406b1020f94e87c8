package org.wenshu.generation.grammar.lexicon;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Reads number words of both languages: 十, 两百五十, 1万, seven, dozen. */
final class Numerals {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String SCALES = "十百千万亿";
  private static final Map<String, Integer> ENGLISH =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("twenty", 20),
          Map.entry("fifty", 50),
          Map.entry("once", 1),
          Map.entry("twice", 2),
          Map.entry("hundred", 100),
          Map.entry("thousand", 1000),
          Map.entry("million", 1_000_000));

  private Numerals() {}

  /** The value of an English number word. */
  static Optional<BigDecimal> english(String word) {
    return Optional.ofNullable(ENGLISH.get(word)).map(BigDecimal::valueOf);
  }

  /** How many characters from {@code start} form a Chinese numeral; 0 when none does. */
  static int chineseLength(String text, int start) {
    int end = start;
    while (end < text.length() && isNumeral(text.charAt(end))) {
      end++;
    }
    return end - start;
  }

  /** Whether the character scales the number before it: 万 in 1万. */
  static boolean isScale(char c) {
    return SCALES.indexOf(c) >= 0;
  }

  /** What a scale character multiplies by. */
  static BigDecimal scale(char c) {
    return switch (c) {
      case '十' -> BigDecimal.TEN;
      case '百' -> BigDecimal.valueOf(100);
      case '千' -> BigDecimal.valueOf(1000);
      case '万' -> BigDecimal.valueOf(10_000);
      default -> BigDecimal.valueOf(100_000_000);
    };
  }

  /** The value of a Chinese numeral, positional or with scales. */
  static BigDecimal chinese(String numeral) {
    long total = 0;
    long section = 0;
    long digit = 0;
    for (int i = 0; i < numeral.length(); i++) {
      char c = numeral.charAt(i) == '两' ? '二' : numeral.charAt(i);
      int value = DIGITS.indexOf(c);
      if (value >= 0) {
        digit = digit * 10 + value;
      } else if (c == '万' || c == '亿') {
        total = (total + section + digit) * scale(c).longValue();
        section = 0;
        digit = 0;
      } else {
        section += Math.max(1, digit) * scale(c).longValue();
        digit = 0;
      }
    }
    return BigDecimal.valueOf(total + section + digit);
  }

  private static boolean isNumeral(char c) {
    return DIGITS.indexOf(c) >= 0 || isScale(c) || c == '两';
  }
}
