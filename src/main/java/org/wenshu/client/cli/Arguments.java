package org.wenshu.client.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed.
 *
 * @param command the command; empty if none
 * @param words what follows it
 * @param options what was set, by name without dashes
 */
record Arguments(String command, List<String> words, Map<String, String> options) {
  private static final String DEFAULT_URL = "http://localhost:8080";

  /** The server: the option, the environment, or this machine. */
  String url() {
    return option("url").orElse(DEFAULT_URL);
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name)).filter(value -> !value.isEmpty());
  }

  String option(String name, String otherwise) {
    return option(name).orElse(otherwise);
  }

  boolean has(String name) {
    return options.containsKey(name);
  }

  /** A number above 0. */
  int number(String name, int otherwise) {
    String text = option(name).orElse(String.valueOf(otherwise));
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new UsageException(Words.BAD_VALUE, text, "--" + name);
  }

  /** English only if it is asked for; the system's language decides where nothing is. */
  Locale locale(Locale system) {
    return option("lang").map(Locale::forLanguageTag).orElse(system);
  }

  /** All words after the command, as one. */
  String sentence(String what) {
    if (words.isEmpty()) {
      throw new UsageException(Words.MISSING, command, what);
    }
    return String.join(" ", words);
  }

  /** The word at a place. */
  String word(int index, String what) {
    if (index >= words.size()) {
      throw new UsageException(Words.MISSING, command, what);
    }
    return words.get(index);
  }

  /** Refuses more words than a command takes. */
  void atMost(int count) {
    if (words.size() > count) {
      throw new UsageException(Words.TOO_MANY, words.get(count));
    }
  }

  /** Puts what was typed in order; the environment stands in for what was not. */
  static Arguments parse(List<String> typed, Map<String, String> environment) {
    return new ArgumentReader(typed, environment).read();
  }

  static Arguments of(List<String> words, Map<String, String> options) {
    List<String> rest = new ArrayList<>(words);
    String command = rest.isEmpty() ? "" : rest.remove(0);
    return new Arguments(command, List.copyOf(rest), Map.copyOf(options));
  }
}
