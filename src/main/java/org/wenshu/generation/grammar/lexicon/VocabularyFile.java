package org.wenshu.generation.grammar.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the vocabulary's resource files: one entry a line, forms parted by bars, # for remarks. */
final class VocabularyFile {
  private VocabularyFile() {}

  static List<String> lines(String name) {
    try (InputStream in = VocabularyFile.class.getResourceAsStream(name);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> forms(String line) {
    List<String> forms = new ArrayList<>();
    int start = 0;
    for (int bar = line.indexOf('|'); bar >= 0; bar = line.indexOf('|', start)) {
      forms.add(line.substring(start, bar).strip().toLowerCase(Locale.ROOT));
      start = bar + 1;
    }
    forms.add(line.substring(start).strip().toLowerCase(Locale.ROOT));
    return forms;
  }

  /** A form as tokens: a Chinese one whole, an English one word by word. */
  static List<Token> tokens(String form) {
    List<Token> tokens = new ArrayList<>();
    if (Script.startsHan(form)) {
      tokens.add(Token.of(form, Token.Kind.HAN, List.of(form)));
      return tokens;
    }
    if (form.chars().noneMatch(Character::isLetterOrDigit)) {
      tokens.add(Token.of(form, Token.Kind.SYMBOL, List.of(form)));
      return tokens;
    }
    for (String word : new PlainWords(form)) {
      tokens.add(Token.of(word, Token.Kind.WORD, List.of(word)));
    }
    return tokens;
  }
}
