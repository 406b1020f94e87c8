package org.wenshu.schema.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Chinese as single characters and pairs of neighbours, which needs no dictionary and so misses no
 * business term; English as lower-case stems without function words. Thread-safe.
 */
final class SchemaAnalyzer extends Analyzer {
  private static final CharArraySet STOP_WORDS = EnglishAnalyzer.getDefaultStopSet();

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    StandardTokenizer tokenizer = new StandardTokenizer();
    TokenStream stream = new CJKWidthFilter(tokenizer);
    stream = new LowerCaseFilter(stream);
    stream = new EnglishPossessiveFilter(stream);
    stream = new StopFilter(stream, STOP_WORDS);
    stream = new CJKBigramFilter(stream, CJKBigramFilter.HAN, true);
    return new TokenStreamComponents(tokenizer, new PorterStemFilter(stream));
  }
}
