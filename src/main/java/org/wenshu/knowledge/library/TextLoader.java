package org.wenshu.knowledge.library;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.error.WenshuException;
import org.wenshu.knowledge.Chunk;
import org.wenshu.knowledge.ChunkStore;
import org.wenshu.knowledge.ChunkVector;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.DocumentEmbeddings;
import org.wenshu.knowledge.TripleStore;
import org.wenshu.knowledge.Vector;
import org.wenshu.knowledge.embedding.EmbeddingModel;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/**
 * Cuts texts into pieces, embeds them and stores both, on threads of its own. A text is kept before
 * it counts as accepted; whatever becomes of this server, another one or the next run stores it. A
 * text loaded again replaces what was loaded under its id, so beginning anew does no harm.
 * Thread-safe.
 */
public final class TextLoader implements AutoCloseable {
  /** How often {@link #tick} must be called. */
  public static final Duration TICK = Duration.ofSeconds(4);

  private static final Logger LOG = Logger.getLogger(TextLoader.class.getName());
  private static final int BATCH = 64;
  private static final long DRAIN_SECONDS = 5;
  private static final Duration HOLD = TICK.multipliedBy(5);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 9;

  private final Arrivals arrivals;
  private final Stores stores;
  private final EmbeddingModel model;
  private final Chunker chunker;
  private final Duration patience;
  private final ExecutorService threads;
  private final Cancellation stopped = new Cancellation();
  private final Set<Arrival> held = ConcurrentHashMap.newKeySet();
  private volatile long waiting;

  /** Where everything goes. */
  public record Stores(ChunkStore chunks, DocumentEmbeddings embeddings, TripleStore triples) {}

  /**
   * A loader into these stores.
   *
   * @param patience for one call of the embedding model
   * @param threads with a bounded queue; may reject what is one too many
   */
  public TextLoader(
      Arrivals arrivals,
      Stores stores,
      EmbeddingModel model,
      Chunker chunker,
      Duration patience,
      ExecutorService threads) {
    this.arrivals = arrivals;
    this.stores = stores;
    this.model = model;
    this.chunker = chunker;
    this.patience = patience;
    this.threads = threads;
  }

  /**
   * Takes a text; when this returns it is durable, and soon it is stored.
   *
   * @throws WenshuException with SATURATED when too many are waiting
   */
  public void load(LoadedText text) {
    arrivals.add(text);
    wake();
  }

  /** The collection is gone: what was on its way there is not stored. */
  public void forget(CollectionId collection) {
    arrivals.forget(collection);
  }

  /** How many texts were accepted and not yet stored at the last tick, by all servers. */
  public long waiting() {
    return waiting;
  }

  /** Holds what is worked on, and takes up what others have left. */
  public void tick() {
    try {
      held.forEach(arrival -> arrivals.hold(arrival, HOLD));
      waiting = arrivals.count();
      wake();
    } catch (WenshuException e) {
      LOG.log(Level.FINE, "The store of knowledge is away", e);
    }
  }

  private void wake() {
    try {
      threads.execute(this::work);
    } catch (RejectedExecutionException busy) {
      LOG.log(Level.FINEST, "Those who work will find it", busy);
    }
  }

  private void work() {
    try {
      Optional<Arrival> next = arrivals.claim(HOLD);
      while (next.isPresent()) {
        store(next.get());
        next = stopped.isCancelled() ? Optional.empty() : arrivals.claim(HOLD);
      }
    } catch (WenshuException e) {
      LOG.log(Level.FINE, "The store of knowledge is away", e);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Accepted documents cannot be read; they are kept", e);
    }
  }

  private void store(Arrival arrival) {
    held.add(arrival);
    try {
      if (isStored(arrival)) {
        arrivals.done(arrival);
      }
    } catch (RuntimeException e) {
      retry(arrival, e);
    } finally {
      held.remove(arrival);
    }
  }

  private void retry(Arrival arrival, RuntimeException failure) {
    Duration pause =
        stopped.isCancelled()
            ? Duration.ZERO
            : SHORTEST_PAUSE.multipliedBy(1L << Math.min(arrival.attempt() - 1, MOST_DOUBLINGS));
    LOG.log(
        Level.WARNING,
        "Document " + arrival.text().id() + " is kept, and tried again after " + pause,
        failure);
    arrivals.retry(
        arrival, pause, stopped.isCancelled() ? "" : String.valueOf(failure.getMessage()));
  }

  /** False when it has become somebody else's, or nobody's. */
  private boolean isStored(Arrival arrival) {
    LoadedText text = arrival.text();
    stores.chunks().deleteDocument(text.collection(), text.id());
    if (!text.metadata().isEmpty()) {
      stores.triples().add(text.collection(), text.metadata());
    }
    List<Chunk> chunks = chunks(text);
    for (int from = 0; from < chunks.size(); from += BATCH) {
      if (!arrivals.hold(arrival, HOLD)) {
        return false;
      }
      add(text, chunks.subList(from, Math.min(chunks.size(), from + BATCH)));
    }
    LOG.log(Level.FINE, "Document {0}: {1} pieces", new Object[] {text.id(), chunks.size()});
    return true;
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

  /**
   * Begins no more, and waits at most {@value #DRAIN_SECONDS} seconds for what is being stored;
   * what does not end by then is stored by another server, or at the next start.
   */
  @Override
  public void close() {
    stopped.cancel();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
