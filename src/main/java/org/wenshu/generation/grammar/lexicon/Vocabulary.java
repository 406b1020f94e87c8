package org.wenshu.generation.grammar.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The general vocabulary of both languages, independent of any schema: keywords, words that name
 * the same thing, adjectives of measure, and words for the same value. Immutable.
 */
public final class Vocabulary {
  private static final int SHORTEST_FUSED = 8;
  private static final int SHORTEST_PART = 4;
  private static final double SAME_THING = 0.9;
  private static final double SIMILAR_THING = 0.8;

  /** Begins the names of concepts whose words come near each other rather than being the same. */
  private static final String SIMILAR = "#similar";

  private static final Vocabulary BUILT_IN = new Vocabulary();

  private final Set<String> hanWords = new HashSet<>();
  private final PhraseTrie<Keyword> keywords = new PhraseTrie<>();
  private final PhraseTrie<String> concepts = new PhraseTrie<>();
  private final Map<String, Set<String>> sameValues = new HashMap<>();
  private final Set<String> knownForms = new HashSet<>();

  private Vocabulary() {
    for (String line : VocabularyFile.lines("keywords.txt")) {
      int equals = line.indexOf(" = ");
      Keyword keyword = Keyword.parse(line.substring(0, equals).strip());
      addKeyword(keyword, line.substring(equals + 3));
    }
    for (String line : VocabularyFile.lines("adjectives.txt")) {
      int equals = line.lastIndexOf(" = ");
      String meaning = line.substring(equals + 3).strip();
      addKeyword(new Keyword("adj", meaning), line.substring(0, equals));
    }
    addConcepts("#concepts", VocabularyFile.lines("concepts.txt"));
    addConcepts("#words", VocabularyFile.lines("words.txt"));
    addConcepts(SIMILAR, VocabularyFile.lines("synonyms.txt"));
    VocabularyFile.lines("values.txt").forEach(this::addValues);
    VocabularyFile.lines("places.txt").forEach(this::addValues);
  }

  /** The vocabulary that comes with Wenshu. */
  public static Vocabulary builtIn() {
    return BUILT_IN;
  }

  private void addConcepts(String kind, List<String> lines) {
    int number = 0;
    for (String line : lines) {
      String concept = kind + number++;
      for (String form : VocabularyFile.forms(line)) {
        concepts.add(new WordLattice(remembered(form), List.of()), concept);
      }
    }
  }

  private void addKeyword(Keyword keyword, String forms) {
    for (String form : VocabularyFile.forms(forms)) {
      keywords.add(new WordLattice(remembered(form), List.of()), keyword);
    }
  }

  private void addValues(String line) {
    List<String> forms = VocabularyFile.forms(line);
    for (String form : forms) {
      remembered(form);
      sameValues.computeIfAbsent(form, f -> new HashSet<>()).addAll(forms);
    }
  }

  private List<Token> remembered(String form) {
    if (Script.startsHan(form)) {
      hanWords.add(form);
    }
    List<Token> tokens = VocabularyFile.tokens(form);
    tokens.forEach(t -> knownForms.add(t.forms().get(0)));
    return tokens;
  }

  /** The Chinese words it knows. */
  Set<String> hanWords() {
    return hanWords;
  }

  /** The two known words that were written as one, as in MONTHHOURS; empty when it is no such. */
  List<String> splitOf(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.length() < SHORTEST_FUSED || knows(lower)) {
      return List.of();
    }
    for (int i = SHORTEST_PART; i <= lower.length() - SHORTEST_PART; i++) {
      if (knows(lower.substring(0, i)) && knows(lower.substring(i))) {
        return List.of(lower.substring(0, i), lower.substring(i));
      }
    }
    return List.of();
  }

  private boolean knows(String word) {
    return EnglishWords.forms(word).stream().anyMatch(knownForms::contains);
  }

  /** Other words for the value, itself included; just itself when it is not known. */
  Set<String> sameValues(String value) {
    return sameValues.getOrDefault(value, Set.of(value));
  }

  /** The keyword phrases that start at a place. */
  List<PhraseTrie.Hit<Keyword>> keywordsAt(PhraseTrie.Lattice words, int place) {
    return keywords.at(words, place);
  }

  /** The words as a lattice that also steps along what they name. */
  WordLattice lattice(List<Token> tokens) {
    WordLattice plain = new WordLattice(tokens, List.of());
    List<List<PhraseTrie.Edge>> named = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      List<PhraseTrie.Edge> edges = new ArrayList<>();
      for (PhraseTrie.Hit<String> hit : concepts.at(plain, i)) {
        double certainty = hit.target().startsWith(SIMILAR) ? SIMILAR_THING : SAME_THING;
        edges.add(new PhraseTrie.Edge(hit.target(), hit.length(), certainty * hit.certainty()));
      }
      named.add(edges);
    }
    return new WordLattice(tokens, named);
  }
}
