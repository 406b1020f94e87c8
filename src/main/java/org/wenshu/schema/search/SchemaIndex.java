package org.wenshu.schema.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/**
 * All tables of a snapshot in an index in memory, one document each. Immutable and thread-safe;
 * lives as long as its snapshot and needs no closing.
 */
final class SchemaIndex {
  private static final BM25Similarity SIMILARITY = new BM25Similarity(1.2f, 0.4f);

  private final List<String> keys;
  private final IndexSearcher searcher;
  private final Map<String, List<Query>> queriesByTerm = new HashMap<>();

  SchemaIndex(SchemaSnapshot snapshot, Analyzer analyzer) {
    keys = List.copyOf(snapshot.tables().keySet());
    try {
      DirectoryReader reader = DirectoryReader.open(write(snapshot, analyzer));
      searcher = new IndexSearcher(reader);
      searcher.setSimilarity(SIMILARITY);
      searcher.setQueryCache(null);
      for (SchemaField field : SchemaField.values()) {
        prepareQueries(field);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("An index in memory cannot fail", e);
    }
  }

  private ByteBuffersDirectory write(SchemaSnapshot snapshot, Analyzer analyzer)
      throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    IndexWriterConfig config = new IndexWriterConfig(analyzer).setSimilarity(SIMILARITY);
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Table table : snapshot.tables().values()) {
        Document document = new Document();
        for (SchemaField field : SchemaField.values()) {
          document.add(new Field(field.name(), field.text(table), type));
        }
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    return directory;
  }

  /** Looks every term up once, so that no question pays for terms that no table has. */
  private void prepareQueries(SchemaField field) throws IOException {
    var terms = MultiTerms.getTerms(searcher.getIndexReader(), field.name());
    if (terms == null) {
      return;
    }
    TermsEnum all = terms.iterator();
    while (all.next() != null) {
      Term term = new Term(field.name(), all.term().utf8ToString());
      TermStates states = TermStates.build(searcher, term, true);
      queriesByTerm
          .computeIfAbsent(term.text(), t -> new ArrayList<>(2))
          .add(new BoostQuery(new TermQuery(term, states), field.boost()));
    }
  }

  /** The tables with any of the weighted terms, best first. */
  List<Hit> search(Map<String, Float> weights, int limit) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    weights.forEach(
        (term, weight) -> {
          for (Query inField : queriesByTerm.getOrDefault(term, List.of())) {
            query.add(weight == 1f ? inField : new BoostQuery(inField, weight), Occur.SHOULD);
          }
        });
    List<Hit> hits = new ArrayList<>();
    if (keys.isEmpty()) {
      return hits;
    }
    try {
      for (ScoreDoc found : searcher.search(query.build(), limit).scoreDocs) {
        hits.add(new Hit(keys.get(found.doc), found.score));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("An index in memory cannot fail", e);
    }
    return hits;
  }

  /** The key of a table in its snapshot, and how well the table fits. */
  record Hit(String key, float score) {}
}
