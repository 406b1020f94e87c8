package org.wenshu.knowledge.embedding;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Chinese as characters and pairs of neighbours, English as stems without function words. */
final class WordAnalyzer extends Analyzer {
  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    StandardTokenizer words = new StandardTokenizer();
    TokenStream stream = new LowerCaseFilter(new CJKWidthFilter(words));
    stream = new StopFilter(stream, EnglishAnalyzer.getDefaultStopSet());
    stream = new CJKBigramFilter(stream, CJKBigramFilter.HAN, true);
    return new TokenStreamComponents(words, new PorterStemFilter(stream));
  }
}
