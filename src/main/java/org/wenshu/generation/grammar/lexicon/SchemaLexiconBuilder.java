package org.wenshu.generation.grammar.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.wenshu.schema.Column;
import org.wenshu.schema.Comment;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/** Builds the lexicon of one schema from its names, comments and sample values. */
public final class SchemaLexiconBuilder {
  private static final int LONGEST_VALUE_WORDS = 8;
  private static final double WEAK = 0.4;
  private static final double HEAD = 0.7;
  private final Vocabulary vocabulary;
  private final Set<String> hanWords = new HashSet<>();
  private final Set<String> tableForms = new HashSet<>();
  private final Segmenter segmenter;
  private final Abbreviations abbreviations = new Abbreviations();
  private final PhraseTrie<ElementRef> elements = new PhraseTrie<>();
  private final PhraseTrie<ValueRef> values = new PhraseTrie<>();
  private final Map<String, List<ValueRef>> valuesByText = new HashMap<>();

  private SchemaLexiconBuilder(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.segmenter = new Segmenter(List.of(vocabulary.hanWords(), hanWords), new Abbreviations());
  }

  /** The lexicon of the snapshot, on the built-in vocabulary. */
  public static SchemaLexicon build(SchemaSnapshot snapshot) {
    SchemaLexiconBuilder builder = new SchemaLexiconBuilder(Vocabulary.builtIn());
    snapshot.tables().values().forEach(builder::learnWords);
    snapshot.tables().values().forEach(builder::noteForms);
    snapshot.tables().values().forEach(builder::addTable);
    return new SchemaLexicon(
        builder.vocabulary,
        new Segmenter(
            List.of(builder.vocabulary.hanWords(), Set.copyOf(builder.hanWords)),
            builder.abbreviations),
        builder.abbreviations,
        builder.elements,
        builder.values,
        Map.copyOf(builder.valuesByText));
  }

  /** Comments first, all of them: what one comment names may be part of another. */
  private void learnWords(Table table) {
    Comment.parse(table.comment()).labels().forEach(this::learn);
    for (Column column : table.columns()) {
      Comment comment = Comment.parse(column.comment());
      comment.labels().forEach(this::learn);
      comment.values().values().forEach(hanWords::add);
      column.sampleValues().stream().filter(Script::startsHan).forEach(hanWords::add);
      column.sampleValues().forEach(abbreviations::add);
    }
  }

  private void learn(String label) {
    if (!Script.startsHan(label)) {
      return;
    }
    boolean unknown = false;
    for (Segmenter.Piece piece : segmenter.split(label)) {
      if (piece.type() == Segmenter.Type.UNKNOWN || piece.type() == Segmenter.Type.NAME) {
        unknown = true;
      }
    }
    if (unknown) {
      hanWords.add(label);
    }
  }

  /** What names a table is not taken for a part of a column's name: user for user_id. */
  private void noteForms(Table table) {
    for (NamePhrases.Phrase phrase : new NamePhrases(table).ofTable()) {
      tableForms.addAll(EnglishWords.forms(phrase.text()));
    }
  }

  private void addTable(Table table) {
    NamePhrases names = new NamePhrases(table);
    for (NamePhrases.Phrase phrase : names.ofTable()) {
      add(phrase, new ElementRef(table, null, phrase.quality()));
    }
    for (Column column : table.columns()) {
      for (NamePhrases.Phrase phrase : names.of(column)) {
        if (phrase.quality() < 0.99 && tableForms.contains(phrase.text())) {
          addWeak(table, column, phrase);
          continue;
        }
        add(phrase, new ElementRef(table, column, phrase.quality()));
      }
      addValues(table, column);
    }
  }

  /** A column like PROJECT_NAME is what "project" means only where the table cannot be meant. */
  private void addWeak(Table table, Column column, NamePhrases.Phrase phrase) {
    boolean key = column.kind().isNumeric() || column.key() == Column.Key.PRIMARY;
    if (!key) {
      add(phrase, new ElementRef(table, column, WEAK));
    }
  }

  private void add(NamePhrases.Phrase phrase, ElementRef element) {
    List<Token> words = tokens(phrase.text());
    elements.add(vocabulary.lattice(words), element);
    boolean label = !element.isTable() && words.size() > 1 && Script.startsHan(phrase.text());
    if (label && phrase.quality() > HEAD) {
      List<Token> head = words.subList(words.size() - 1, words.size());
      if (isTelling(head)) {
        elements.add(
            vocabulary.lattice(head), new ElementRef(element.table(), element.column(), HEAD));
      }
    }
  }

  /** A word that names no table and does nothing else in a question. */
  private boolean isTelling(List<Token> word) {
    String text = word.get(0).text();
    return text.length() > 1
        && !tableForms.contains(text)
        && vocabulary.keywordsAt(new WordLattice(word, List.of()), 0).isEmpty();
  }

  private void addValues(Table table, Column column) {
    for (String value : column.sampleValues()) {
      addValue(value, new ValueRef(table, column, value, true));
      for (String same : vocabulary.sameValues(value.toLowerCase(Locale.ROOT))) {
        addValue(same, new ValueRef(table, column, value, false));
      }
    }
    Comment.parse(column.comment())
        .values()
        .forEach(
            (stored, label) -> {
              addValue(stored, new ValueRef(table, column, stored, true));
              addValue(label, new ValueRef(table, column, stored, false));
              for (String same : vocabulary.sameValues(stored.toLowerCase(Locale.ROOT))) {
                addValue(same, new ValueRef(table, column, stored, false));
              }
            });
  }

  private void addValue(String text, ValueRef value) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    List<ValueRef> same = valuesByText.computeIfAbsent(lower, t -> new ArrayList<>());
    if (same.stream().anyMatch(v -> v.sameColumn(value))) {
      return;
    }
    same.add(value);
    List<Token> words = tokens(lower);
    if (hasLetters(lower) && words.size() <= LONGEST_VALUE_WORDS && lower.length() > 1) {
      values.add(new WordLattice(words, List.of()), value);
    }
  }

  private static boolean hasLetters(String text) {
    return text.chars().anyMatch(Character::isLetter);
  }

  private List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    for (String word : new PlainWords(text)) {
      if (Script.startsHan(word)) {
        segmenter.split(word).forEach(p -> tokens.add(han(p.text())));
      } else {
        tokens.add(Token.of(word, Token.Kind.WORD, EnglishWords.forms(word)));
      }
    }
    return tokens;
  }

  private static Token han(String text) {
    return Token.of(text, Token.Kind.HAN, List.of(text));
  }
}
