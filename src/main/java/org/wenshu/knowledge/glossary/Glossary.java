package org.wenshu.knowledge.glossary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Terms, to be put into the words of the schema wherever they stand in a question. Where several
 * begin at one place the longest counts; Latin letters count in either case, and only as whole
 * words. A meaning is not searched for terms again; what only explains stays as it was asked.
 * Immutable.
 */
public final class Glossary {
  private static final Glossary EMPTY = new Glossary(List.of());

  /** By their first letter in lower case, the longest first. */
  private final Map<Character, List<Term>> byFirst = new HashMap<>();

  private Glossary(Collection<Term> terms) {
    for (Term term : terms) {
      byFirst.computeIfAbsent(lower(term.name().charAt(0)), c -> new ArrayList<>()).add(term);
    }
    byFirst.values().forEach(list -> list.sort(longestFirst()));
  }

  private static Comparator<Term> longestFirst() {
    return Comparator.<Term>comparingInt(term -> -term.name().length()).thenComparing(Term::name);
  }

  /** Knows no term. */
  public static Glossary empty() {
    return EMPTY;
  }

  /** Knows those of the terms that can be used; of two with one name, the first. */
  public static Glossary of(Collection<Term> terms) {
    Map<String, Term> byName = new HashMap<>();
    terms.stream()
        .map(Term::stripped)
        .filter(Term::isUsable)
        .forEach(term -> byName.putIfAbsent(term.name(), term));
    return byName.isEmpty() ? EMPTY : new Glossary(byName.values());
  }

  /** The text with its terms put into words of the schema. */
  public Grounding ground(String text) {
    StringBuilder grounded = new StringBuilder();
    List<Term> used = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      Term term = termAt(text, at);
      int end = at + (term == null ? 1 : term.name().length());
      grounded.append(term != null && term.inPlace() ? term.meaning() : text.substring(at, end));
      at = end;
      if (term != null && !used.contains(term)) {
        used.add(term);
      }
    }
    return new Grounding(grounded.toString(), used);
  }

  private Term termAt(String text, int at) {
    return byFirst.getOrDefault(lower(text.charAt(at)), List.of()).stream()
        .filter(term -> stands(term.name(), text, at))
        .findFirst()
        .orElse(null);
  }

  private static boolean stands(String name, String text, int at) {
    int end = at + name.length();
    return text.regionMatches(true, at, name, 0, name.length())
        && isEdge(text, at, at - 1)
        && isEdge(text, end - 1, end);
  }

  /** Whether a word that has the one letter at its end need not go on with the other. */
  private static boolean isEdge(String text, int inside, int outside) {
    return outside < 0
        || outside >= text.length()
        || !isLatin(text.charAt(inside))
        || !isLatin(text.charAt(outside));
  }

  private static boolean isLatin(char c) {
    return c < 0x250 && Character.isLetterOrDigit(c);
  }

  private static char lower(char c) {
    return Character.toLowerCase(c);
  }
}
