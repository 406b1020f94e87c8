package org.wenshu.generation.grammar.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of one schema: what names its tables, columns and stored values. Immutable. */
public final class SchemaLexicon {
  private final Vocabulary vocabulary;
  private final Segmenter segmenter;
  private final Abbreviations abbreviations;
  private final PhraseTrie<ElementRef> elements;
  private final PhraseTrie<ValueRef> values;
  private final Map<String, List<ValueRef>> valuesByText;

  SchemaLexicon(
      Vocabulary vocabulary,
      Segmenter segmenter,
      Abbreviations abbreviations,
      PhraseTrie<ElementRef> elements,
      PhraseTrie<ValueRef> values,
      Map<String, List<ValueRef>> valuesByText) {
    this.vocabulary = vocabulary;
    this.segmenter = segmenter;
    this.abbreviations = abbreviations;
    this.elements = elements;
    this.values = values;
    this.valuesByText = valuesByText;
  }

  /** The question as words, with everything each stretch of them may mean. */
  public Reading read(String question) {
    List<Token> tokens = new Tokenizer(question, segmenter, abbreviations).tokens();
    WordLattice lattice = vocabulary.lattice(tokens);
    List<List<Meaning>> meanings = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      meanings.add(meaningsAt(lattice, i));
    }
    return new Reading(tokens, meanings);
  }

  private List<Meaning> meaningsAt(WordLattice lattice, int place) {
    List<Meaning> meanings = new ArrayList<>();
    for (PhraseTrie.Hit<Keyword> hit : vocabulary.keywordsAt(lattice, place)) {
      meanings.add(new Meaning(hit.length(), hit.certainty(), hit.target(), null, null));
    }
    for (PhraseTrie.Hit<ElementRef> hit : elements.at(lattice, place)) {
      ElementRef element = hit.target().times(hit.certainty());
      meanings.add(new Meaning(hit.length(), element.quality(), null, element, null));
    }
    for (PhraseTrie.Hit<ValueRef> hit : values.at(lattice, place)) {
      meanings.add(new Meaning(hit.length(), hit.certainty(), null, null, hit.target()));
    }
    return meanings;
  }

  /** The columns that go by the whole phrase, best first. */
  public List<ElementRef> columnsNamed(String phrase) {
    return named(phrase).stream().filter(e -> !e.isTable()).toList();
  }

  /** The tables that go by the whole phrase, best first. */
  public List<ElementRef> tablesNamed(String phrase) {
    return named(phrase).stream().filter(ElementRef::isTable).toList();
  }

  private List<ElementRef> named(String phrase) {
    Reading reading = read(phrase);
    return reading.meanings().get(0).stream()
        .filter(m -> m.element() != null)
        .filter(m -> m.length() == reading.tokens().size())
        .map(Meaning::element)
        .sorted(Comparator.comparingDouble(ElementRef::quality).reversed())
        .toList();
  }

  /** The stored values that a quotation or unknown word stands for, translations included. */
  public List<ValueRef> valuesFor(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<ValueRef> exact = valuesByText.get(lower);
    if (exact != null) {
      return exact;
    }
    Set<ValueRef> found = new HashSet<>();
    for (String same : vocabulary.sameValues(lower)) {
      found.addAll(valuesByText.getOrDefault(same, List.of()));
    }
    return List.copyOf(found);
  }

  /** What a stretch of words may mean; exactly one of the three is set. */
  public record Meaning(
      int length, double certainty, Keyword keyword, ElementRef element, ValueRef value) {}

  /** The words of a question, and by place what may start there. */
  public record Reading(List<Token> tokens, List<List<Meaning>> meanings) {}
}
