package org.wenshu.guard;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells patterns that may backtrack without end: a repeated group that holds a repetition or a
 * choice, a reference back to a group, or many repetitions in a row.
 */
final class PatternCost {
  private static final int MAX_REPETITIONS = 8;

  private final String pattern;

  /** For each open group, whether it holds a repetition or a choice. */
  private final Deque<Boolean> groups = new ArrayDeque<>();

  private int position;
  private int repetitions;
  private boolean bounded = true;

  private PatternCost(String pattern) {
    this.pattern = pattern;
  }

  static boolean isBounded(String pattern) {
    PatternCost cost = new PatternCost(pattern);
    cost.groups.push(false);
    while (cost.position < pattern.length()) {
      cost.step();
    }
    return cost.bounded && cost.repetitions <= MAX_REPETITIONS;
  }

  private void step() {
    char c = pattern.charAt(position++);
    switch (c) {
      case '\\' -> escape();
      case '[' -> skipClass();
      case '(' -> groups.push(false);
      case ')' -> closeGroup();
      case '|' -> markGroup();
      default -> {
        position--;
        if (isRepetition()) {
          repetitions++;
          markGroup();
        }
        position++;
      }
    }
  }

  private void escape() {
    bounded &= position >= pattern.length() || !Character.isDigit(pattern.charAt(position));
    position++;
  }

  /** A class ends at the first closing bracket that is not its first character. */
  private void skipClass() {
    int first = pattern.startsWith("^", position) ? position + 1 : position;
    int close = pattern.indexOf(']', first + 1);
    position = close < 0 ? pattern.length() : close + 1;
  }

  private void closeGroup() {
    boolean costly = groups.size() > 1 && groups.pop();
    if (costly) {
      bounded &= !isRepetition();
      markGroup();
    }
  }

  private void markGroup() {
    groups.pop();
    groups.push(true);
  }

  private boolean isRepetition() {
    char c = position < pattern.length() ? pattern.charAt(position) : ' ';
    return c == '*' || c == '+' || c == '{';
  }
}
