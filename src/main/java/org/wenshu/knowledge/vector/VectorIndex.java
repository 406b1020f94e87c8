package org.wenshu.knowledge.vector;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.error.WenshuException;
import org.wenshu.knowledge.Vector;

/**
 * The index of one collection's vectors, which follows what is stored. Searching never waits for
 * it. Thread-safe.
 */
final class VectorIndex {
  private static final Logger LOG = Logger.getLogger(VectorIndex.class.getName());

  /** So many more can be searched each time, while many are read. */
  private static final int STEP = 10_000;

  private final VectorSource source;
  private final VectorSource.State state;
  private final VectorConfig config;
  private final AtomicBoolean following = new AtomicBoolean();
  private VectorCollector vectors;
  private boolean closed;
  private volatile NearestVectors view;

  /** An index without vectors. */
  VectorIndex(VectorSource source, VectorSource.State state, VectorConfig config) {
    this.source = source;
    this.state = state;
    this.config = config;
    this.vectors = new FlatVectors(state.dimension());
    this.view = vectors.view();
  }

  /** Whether it is about the vectors of that state. */
  boolean isOf(VectorSource.State other) {
    return state.equals(other);
  }

  NearestVectors view() {
    return view;
  }

  synchronized long bytes() {
    return vectors.bytes();
  }

  /** Takes up what has been stored meanwhile, on another thread, unless that is going on. */
  void follow(Executor background, Runnable afterwards) {
    if (!following.compareAndSet(false, true)) {
      return;
    }
    try {
      background.execute(
          () -> {
            try {
              read();
            } catch (WenshuException | IllegalStateException e) {
              LOG.log(Level.WARNING, "Vectors cannot be indexed now; they are all compared", e);
            } finally {
              following.set(false);
              afterwards.run();
            }
          });
    } catch (RejectedExecutionException busy) {
      following.set(false);
    }
  }

  /** Takes up what has been stored meanwhile. */
  void read() {
    source.each(state.shelf(), view.upTo(), this::add);
    publish();
  }

  private synchronized void add(long number, Vector vector) {
    if (closed) {
      throw new IllegalStateException("The index is closed");
    }
    vectors.add(number, vector.normalized());
    if (vectors instanceof FlatVectors flat && flat.size() > config.exactUpTo()) {
      vectors = new GraphVectors(config.candidates());
      flat.copyTo(vectors);
    }
    if (vectors.size() % STEP == 0) {
      publish();
    }
  }

  private synchronized void publish() {
    if (!closed) {
      view = vectors.view();
    }
  }

  synchronized void close() {
    closed = true;
    vectors.close();
  }
}
