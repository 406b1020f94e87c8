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
import org.apache.lucene.index.LogDocMergePolicy;
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
import org.wenshu.schema.Column;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

/**
 * All tables of a snapshot in an index in memory, one document each, and behind them all columns,
 * one document each with fields of their own. Immutable and thread-safe; lives as long as its
 * snapshot and needs no closing.
 */
final class SchemaIndex {
  private static final BM25Similarity SIMILARITY = new BM25Similarity(1.2f, 0.4f);

  private static final FieldType TYPE = new FieldType();

  static {
    TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    TYPE.freeze();
  }

  private final List<String> keys;
  private final List<Element> columns = new ArrayList<>();
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
    // Merges of this kind keep the documents in their order.
    IndexWriterConfig config =
        new IndexWriterConfig(analyzer)
            .setSimilarity(SIMILARITY)
            .setMergePolicy(new LogDocMergePolicy());
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Table table : snapshot.tables().values()) {
        Document document = new Document();
        for (SchemaField field : SchemaField.values()) {
          document.add(new Field(field.name(), field.text(table), TYPE));
        }
        writer.addDocument(document);
      }
      for (Table table : snapshot.tables().values()) {
        for (Column column : table.columns()) {
          columns.add(new Element(table.name(), column.name()));
          writer.addDocument(ElementField.document(column, TYPE));
        }
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

  /** The tables and columns that fit the Lucene query, best first. */
  List<Element> elements(Query query, int limit) {
    List<Element> found = new ArrayList<>();
    if (keys.isEmpty()) {
      return found;
    }
    try {
      for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
        boolean table = hit.doc < keys.size();
        found.add(table ? new Element(keys.get(hit.doc), "") : columns.get(hit.doc - keys.size()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("An index in memory cannot fail", e);
    }
    return found;
  }

  /** How many tables and columns there are. */
  int size() {
    return keys.size() + columns.size();
  }

  /** A table, or a column of it; no column is an empty name. */
  record Element(String table, String column) {}

  /** The key of a table in its snapshot, and how well the table fits. */
  record Hit(String key, float score) {}
}
