package org.wenshu.generation.grammar.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Splits a run of Chinese characters into words: the split that needs the fewest words and the
 * fewest unknown characters. Immutable.
 */
public final class Segmenter {
  private static final int LONGEST_WORD = 16;
  private static final double WORD = 1.0;
  private static final double SHORT_WORD = 1.25;
  private static final double PARTICLE = 0.95;
  private static final String BY = "按照据";
  private static final double NAME = 2.3;
  private static final double UNKNOWN = 2.2;
  private static final double LONG_NAME = 0.6;
  private static final double UNLIKELY_NAME = 1.5;
  private static final String SURNAMES =
      "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文";
  private static final String NO_NAME_ENDING = "的和与及或在是有买了下每各按从到大小高低多少";

  private final List<Set<String>> dictionaries;
  private final Abbreviations abbreviations;

  Segmenter(List<Set<String>> dictionaries, Abbreviations abbreviations) {
    this.dictionaries = List.copyOf(dictionaries);
    this.abbreviations = abbreviations;
  }

  /** Whether the character is a common Chinese surname. */
  public static boolean isSurname(char character) {
    return SURNAMES.indexOf(character) >= 0;
  }

  /** The words of the run, in order; characters without a word come out joined, as unknown. */
  List<Piece> split(String run) {
    int n = run.length();
    double[] cost = new double[n + 1];
    Piece[] last = new Piece[n + 1];
    java.util.Arrays.fill(cost, Double.MAX_VALUE);
    cost[0] = 0;
    for (int start = 0; start < n; start++) {
      offer(run, start, cost, last);
    }
    return joined(backwards(last, n));
  }

  private void offer(String run, int start, double[] cost, Piece[] last) {
    int longest = Math.min(run.length(), start + LONGEST_WORD);
    for (int end = start + 1; end <= longest; end++) {
      String word = run.substring(start, end);
      if (isWord(word)) {
        improve(start, end, price(run, start, word), Type.WORD, word, cost, last);
      }
    }
    int numeral = Numerals.chineseLength(run, start);
    if (numeral > 0) {
      String word = run.substring(start, start + numeral);
      improve(start, start + numeral, SHORT_WORD, Type.NUMERAL, word, cost, last);
    }
    String abbreviation = abbreviations.at(run, start);
    if (abbreviation != null) {
      int end = start + abbreviation.length();
      improve(start, end, WORD, Type.ABBREVIATION, abbreviation, cost, last);
    }
    if (SURNAMES.indexOf(run.charAt(start)) >= 0) {
      offerNames(run, start, cost, last);
    }
    String character = run.substring(start, start + 1);
    improve(start, start + 1, UNKNOWN, Type.UNKNOWN, character, cost, last);
  }

  /**
   * What stands between two words costs less than what joins it to either: 进行中 的. What follows 按 is
   * what to count by, not that it is to be counted.
   */
  private static double price(String run, int start, String word) {
    if (word.equals("的")) {
      return PARTICLE;
    }
    if (word.equals("分类统计") && start > 0 && BY.indexOf(run.charAt(start - 1)) >= 0) {
      return UNKNOWN;
    }
    return word.length() > 1 ? WORD : SHORT_WORD;
  }

  private void offerNames(String run, int start, double[] cost, Piece[] last) {
    for (int end = start + 2; end <= Math.min(run.length(), start + 3); end++) {
      boolean unlikely =
          NO_NAME_ENDING.indexOf(run.charAt(end - 1)) >= 0
              || (end - start == 3 && isWord(run.substring(start + 1, end)))
              || (end < run.length() && isWord(run.substring(start + 1, end + 1)));
      double price = NAME + (unlikely ? UNLIKELY_NAME : 0) + (end - start > 2 ? LONG_NAME : 0);
      improve(start, end, price, Type.NAME, run.substring(start, end), cost, last);
    }
  }

  private boolean isWord(String word) {
    for (Set<String> dictionary : dictionaries) {
      if (dictionary.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static void improve(
      int start, int end, double price, Type type, String word, double[] cost, Piece[] last) {
    double total = cost[start] + price;
    if (total < cost[end] - 1e-9) {
      cost[end] = total;
      last[end] = new Piece(word, type, start);
    }
  }

  private static List<Piece> backwards(Piece[] last, int n) {
    List<Piece> pieces = new ArrayList<>();
    for (int end = n; end > 0; end = last[end].start()) {
      pieces.add(0, last[end]);
    }
    return pieces;
  }

  private static List<Piece> joined(List<Piece> pieces) {
    List<Piece> joined = new ArrayList<>();
    for (Piece piece : pieces) {
      int before = joined.size() - 1;
      if (piece.type() == Type.UNKNOWN
          && before >= 0
          && joined.get(before).type() == Type.UNKNOWN) {
        Piece open = joined.get(before);
        joined.set(before, new Piece(open.text() + piece.text(), Type.UNKNOWN, open.start()));
      } else {
        joined.add(piece);
      }
    }
    return joined;
  }

  /** What a piece is. */
  enum Type {
    WORD,
    NUMERAL,
    NAME,
    ABBREVIATION,
    UNKNOWN
  }

  /** A word of the run. */
  record Piece(String text, Type type, int start) {}
}
