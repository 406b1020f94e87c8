package org.wenshu.generation.grammar.lexicon;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The words of a name or phrase: parted by anything that is no letter or digit, at a change from
 * lower to upper case, and between Latin letters and Chinese characters.
 */
final class PlainWords implements Iterable<String> {
  private final List<String> words = new ArrayList<>();

  PlainWords(String text) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i > 0 && parts(text.charAt(i - 1), c)) {
        end(word);
      }
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      } else if (!Character.isWhitespace(c) && c != '_' && c != '-' && c != '.') {
        end(word);
        words.add(String.valueOf(c));
      } else {
        end(word);
      }
    }
    end(word);
    joinApostrophes();
    joinOperators();
  }

  private static boolean parts(char before, char c) {
    return (Character.isLowerCase(before) && Character.isUpperCase(c))
        || (Character.isLetterOrDigit(before) && Script.isHan(before) != Script.isHan(c));
  }

  private void end(StringBuilder word) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private void joinApostrophes() {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).equals("'") && words.get(i + 1).equals("s")) {
        words.set(i, "'s");
        words.remove(i + 1);
      } else if (words.get(i + 1).equals("'") && i + 2 < words.size()) {
        words.set(i, words.get(i) + "'" + words.get(i + 2));
        words.subList(i + 1, i + 3).clear();
      }
    }
  }

  private void joinOperators() {
    for (int i = 0; i + 1 < words.size(); i++) {
      String pair = words.get(i) + words.get(i + 1);
      if (pair.equals(">=") || pair.equals("<=") || pair.equals("!=") || pair.equals("<>")) {
        words.set(i, pair);
        words.remove(i + 1);
      }
    }
  }

  @Override
  public Iterator<String> iterator() {
    return words.iterator();
  }

  List<String> list() {
    return words;
  }
}
