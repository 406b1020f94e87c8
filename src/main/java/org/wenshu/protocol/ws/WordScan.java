package org.wenshu.protocol.ws;

import java.util.List;

/** Finds the occurrences of several words in one text, in order, reading the text once per word. */
final class WordScan {
  private final String text;
  private final List<String> words;
  private final int[] positions;

  WordScan(String text, List<String> words) {
    this.text = text;
    this.words = words;
    this.positions = new int[words.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = text.indexOf(words.get(i));
    }
  }

  /** Where the first word begins at or after that place; -1 when none does. */
  int next(int from) {
    int first = -1;
    for (int i = 0; i < positions.length; i++) {
      if (positions[i] >= 0 && positions[i] < from) {
        positions[i] = text.indexOf(words.get(i), from);
      }
      if (positions[i] >= 0 && (first < 0 || positions[i] < first)) {
        first = positions[i];
      }
    }
    return first;
  }
}
