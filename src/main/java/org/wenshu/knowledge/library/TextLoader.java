package org.wenshu.knowledge.library;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.knowledge.Chunk;
import org.wenshu.knowledge.ChunkStore;
import org.wenshu.knowledge.ChunkVector;
import org.wenshu.knowledge.DocumentEmbeddings;
import org.wenshu.knowledge.TripleStore;
import org.wenshu.knowledge.Vector;
import org.wenshu.knowledge.embedding.EmbeddingModel;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Wording;

/**
 * Cuts texts into pieces, embeds them and stores both, one text after the other on threads of its
 * own. A text loaded again replaces what was loaded under its id. Thread-safe.
 */
public final class TextLoader implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(TextLoader.class.getName());
  private static final int BATCH = 64;
  private static final long DRAIN_SECONDS = 5;
  private static final Wording FULL =
      new Wording("等待处理的文档过多，请稍后重试", "Too many documents are waiting, please try again later");

  private final Stores stores;
  private final EmbeddingModel model;
  private final Chunker chunker;
  private final Duration patience;
  private final ExecutorService threads;
  private final Cancellation stopped = new Cancellation();

  /** Where everything goes. */
  public record Stores(ChunkStore chunks, DocumentEmbeddings embeddings, TripleStore triples) {}

  /**
   * A loader into these stores.
   *
   * @param patience for one call of the embedding model
   * @param threads with a bounded queue
   */
  public TextLoader(
      Stores stores,
      EmbeddingModel model,
      Chunker chunker,
      Duration patience,
      ExecutorService threads) {
    this.stores = stores;
    this.model = model;
    this.chunker = chunker;
    this.patience = patience;
    this.threads = threads;
  }

  /**
   * Takes a text; it is stored soon.
   *
   * @throws WenshuException with SATURATED when too many are waiting
   */
  public void load(LoadedText text) {
    try {
      threads.execute(() -> store(text));
    } catch (RejectedExecutionException full) {
      throw new WenshuException(ErrorCode.SATURATED, FULL, full);
    }
  }

  private void store(LoadedText text) {
    try {
      stores.chunks().deleteDocument(text.collection(), text.id());
      if (!text.metadata().isEmpty()) {
        stores.triples().add(text.collection(), text.metadata());
      }
      List<Chunk> chunks = chunks(text);
      for (int from = 0; from < chunks.size(); from += BATCH) {
        add(text, chunks.subList(from, Math.min(chunks.size(), from + BATCH)));
      }
      LOG.log(Level.FINE, "Document {0}: {1} pieces", new Object[] {text.id(), chunks.size()});
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A document could not be loaded to its end: " + text.id(), e);
    }
  }

  private List<Chunk> chunks(LoadedText text) {
    List<Chunk> chunks = new ArrayList<>();
    for (String piece : chunker.cut(text.text())) {
      int ordinal = chunks.size();
      chunks.add(new Chunk(text.id() + "/" + ordinal, text.id(), ordinal, piece));
    }
    return chunks;
  }

  private void add(LoadedText text, List<Chunk> chunks) {
    List<Vector> vectors =
        model.embed(chunks.stream().map(Chunk::text).toList(), Deadline.after(patience), stopped);
    List<ChunkVector> embedded = new ArrayList<>();
    for (int i = 0; i < chunks.size(); i++) {
      embedded.add(new ChunkVector(chunks.get(i).id(), chunks.get(i).text(), vectors.get(i)));
    }
    stores.chunks().add(text.collection(), chunks);
    stores.embeddings().add(text.collection(), embedded);
  }

  /** Takes no more, and lets what has begun end within {@value #DRAIN_SECONDS} seconds. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
        stopped.cancel();
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
