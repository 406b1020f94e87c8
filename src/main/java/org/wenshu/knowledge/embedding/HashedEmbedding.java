package org.wenshu.knowledge.embedding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.wenshu.knowledge.Vector;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/**
 * Vectors without a model: the words of a text, stemmed, and the pairs of neighbours among Chinese
 * characters, hashed into {@value #DIMENSION} places. Texts that share words are near each other;
 * synonyms are not. The same text has the same vector on every machine and in every version, so
 * that stored vectors stay valid. Thread-safe.
 */
public final class HashedEmbedding implements EmbeddingModel {
  /** How many numbers a vector has. */
  public static final int DIMENSION = 384;

  private static final int SEED = 0x57454e53;
  private static final int MAX_CHARS = 100_000;

  private final Analyzer analyzer = new WordAnalyzer();

  /** Vectors of words. */
  public HashedEmbedding() {}

  @Override
  public List<Vector> embed(List<String> texts, Deadline deadline, Cancellation cancellation) {
    cancellation.check();
    return texts.stream().map(this::embed).toList();
  }

  private Vector embed(String text) {
    float[] sums = new float[DIMENSION];
    String bounded = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
    try (TokenStream words = analyzer.tokenStream("text", bounded)) {
      CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        add(sums, word.toString());
      }
      words.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] = (float) (Math.signum(sums[i]) * Math.log1p(Math.abs(sums[i])));
    }
    return Vector.of(sums).normalized();
  }

  /** Half of the words count negative, so that those that meet in a place do not add up. */
  private static void add(float[] sums, String word) {
    int hash = StringHelper.murmurhash3_x86_32(new BytesRef(word), SEED);
    float weight = word.codePointCount(0, word.length()) == 1 ? 0.5f : 1f;
    sums[Math.floorMod(hash, DIMENSION)] += (hash & 0x4000_0000) == 0 ? weight : -weight;
  }
}
