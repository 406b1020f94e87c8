package org.wenshu.knowledge.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds sentences that say what a word means. Stateless. */
final class Definitions {
  private static final Pattern SENTENCE = Pattern.compile("(?<=[。！？；;\\n])|(?<=[.!?])\\s+");

  private static final Pattern CHINESE =
      Pattern.compile(
          "\\s*[\"“「『《]?([^\\s\"“”「」『』《》，,：:]{2,30}?)[\"”」』》]?\\s*"
              + "(?:的意思是|是指(?![出导示定向望标令挥点])|指的是|即指)[：:]?\\s*(\\S.*)");

  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\s*(?:(?:the|a|an)\\s+)?[\"“]?([\\p{L}\\p{N}][\\p{L}\\p{N} _/-]{0,40}?)[\"”]?\\s+"
              + "(?:means|stands for|is short for|is defined as)\\s+[\"“]?(\\S.*)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern END = Pattern.compile("[\"”」』》\\s。.！!；;]+$");

  /** A meaning of several clauses explains a word; it cannot stand in its place. */
  private static final Pattern CLAUSES = Pattern.compile("[,，;；:：()（）]");

  private static final int LONGEST_IN_PLACE = 60;
  private static final int LONGEST_SENTENCE = 1_000;

  private Definitions() {}

  /** The definitions in a text, in their order. */
  static List<Term> in(String text) {
    List<Term> terms = new ArrayList<>();
    for (String sentence : SENTENCE.split(text, -1)) {
      of(sentence).ifPresent(terms::add);
    }
    return terms;
  }

  /** What is told of a word: its definition where that is one, else an explanation. */
  static Term of(String name, String told) {
    return in(told).stream()
        .filter(term -> term.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseGet(() -> Term.explained(name, told));
  }

  private static Optional<Term> of(String sentence) {
    if (sentence.length() > LONGEST_SENTENCE) {
      return Optional.empty();
    }
    Matcher definition = CHINESE.matcher(sentence);
    if (!definition.lookingAt()) {
      definition = ENGLISH.matcher(sentence);
      if (!definition.lookingAt()) {
        return Optional.empty();
      }
    }
    String meaning = END.matcher(definition.group(2)).replaceFirst("");
    boolean inPlace = meaning.length() <= LONGEST_IN_PLACE && !CLAUSES.matcher(meaning).find();
    return Optional.of(
        inPlace
            ? new Term(definition.group(1), meaning)
            : Term.explained(definition.group(1), meaning));
  }
}
