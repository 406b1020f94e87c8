package org.wenshu.schema.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Turns texts into index terms, in order, and questions into weighted ones. Thread-safe. */
final class Terms {
  private static final float WORD = 1f;
  private static final float SYNONYM = 0.6f;
  static final float SINGLE_CHARACTER = 0.15f;

  private final Analyzer analyzer;
  private final Glossary glossary;

  Terms(Analyzer analyzer, Glossary glossary) {
    this.analyzer = analyzer;
    this.glossary = glossary;
  }

  /** The weighted terms of a question: its words, neighbours written as one, and synonyms. */
  Map<String, Float> weigh(String question) {
    Map<String, Float> weights = new LinkedHashMap<>();
    String before = "";
    for (String term : in(analyzer, question)) {
      boolean han = isHan(term);
      weights.merge(term, han && term.length() == 1 ? SINGLE_CHARACTER : WORD, Math::max);
      glossary.synonyms(term).forEach(s -> weights.merge(s, SYNONYM, Math::max));
      if (!han && !before.isEmpty()) {
        weights.merge(before + term, WORD, Math::max);
      }
      before = han ? "" : term;
    }
    return weights;
  }

  /** The terms of a text, in order. */
  List<String> of(String text) {
    return in(analyzer, text);
  }

  static List<String> in(Analyzer analyzer, String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("Reading a string cannot fail", e);
    }
    return terms;
  }

  static boolean isHan(String term) {
    return Character.UnicodeScript.of(term.codePointAt(0)) == Character.UnicodeScript.HAN;
  }
}
