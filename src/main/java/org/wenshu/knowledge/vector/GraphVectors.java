package org.wenshu.knowledge.vector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.MMapDirectory;
import org.wenshu.knowledge.Vector;

/** Vectors in a graph of neighbours, in files of its own that go when it is closed. */
final class GraphVectors implements VectorCollector {
  private static final Logger LOG = Logger.getLogger(GraphVectors.class.getName());
  private static final String VECTOR = "v";
  private static final String NUMBER = "n";
  private static final double BUFFER_MEGABYTES = 32;

  private final int candidates;
  private final Path folder;
  private final MMapDirectory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private int size;
  private long last;

  /**
   * An empty graph.
   *
   * @param candidates how many neighbours it is asked for at least
   */
  GraphVectors(int candidates) {
    this.candidates = candidates;
    try {
      folder = Files.createTempDirectory("wenshu-vectors");
      directory = new MMapDirectory(folder);
      writer = new IndexWriter(directory, config());
      searchers = new SearcherManager(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException("Vectors cannot be indexed", e);
    }
  }

  private static IndexWriterConfig config() {
    KnnVectorsFormat wide = new WideVectors();
    return new IndexWriterConfig()
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setCommitOnClose(false)
        .setCodec(
            new Lucene912Codec() {
              @Override
              public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return wide;
              }
            });
  }

  /** One without a direction is near to nothing and is left out. */
  @Override
  public void add(long number, Vector unit) {
    last = number;
    size++;
    if (unit.dot(unit) == 0) {
      return;
    }
    Document document = new Document();
    document.add(new NumericDocValuesField(NUMBER, number));
    document.add(
        new KnnFloatVectorField(VECTOR, unit.toArray(), VectorSimilarityFunction.DOT_PRODUCT));
    try {
      writer.addDocument(document);
    } catch (IOException e) {
      throw new UncheckedIOException("Vectors cannot be indexed", e);
    }
  }

  @Override
  public int size() {
    return size;
  }

  /** The files are no heap. */
  @Override
  public long bytes() {
    return 0;
  }

  @Override
  public NearestVectors view() {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException("Vectors cannot be indexed", e);
    }
    return new View(last);
  }

  @Override
  public void close() {
    try {
      searchers.close();
      writer.rollback();
      directory.close();
      deleteFiles();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "An index of vectors could not be closed", e);
    }
  }

  private void deleteFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** The graph, which has at least the vectors of one moment. */
  private final class View implements NearestVectors {
    private final long upTo;

    View(long upTo) {
      this.upTo = upTo;
    }

    @Override
    public long upTo() {
      return upTo;
    }

    @Override
    public boolean offer(Vector unit, int limit, BestHits best) {
      try {
        IndexSearcher searcher = searchers.acquire();
        try {
          offer(searcher, unit, limit, best);
        } finally {
          searchers.release(searcher);
        }
        return true;
      } catch (AlreadyClosedException closed) {
        return false;
      } catch (IOException e) {
        throw new UncheckedIOException("Vectors cannot be searched", e);
      }
    }

    private void offer(IndexSearcher searcher, Vector unit, int limit, BestHits best)
        throws IOException {
      int wanted = Math.max(limit, candidates);
      KnnFloatVectorQuery query = new KnnFloatVectorQuery(VECTOR, unit.toArray(), wanted);
      List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
      for (ScoreDoc hit : searcher.search(query, wanted).scoreDocs) {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
        NumericDocValues numbers = leaf.reader().getNumericDocValues(NUMBER);
        if (numbers.advanceExact(hit.doc - leaf.docBase)) {
          // Lucene's score of a dot product d is (1 + d) / 2.
          best.offer(numbers.longValue(), 2 * hit.score - 1);
        }
      }
    }
  }
}
