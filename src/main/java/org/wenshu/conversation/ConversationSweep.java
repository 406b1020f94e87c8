package org.wenshu.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.conversation.ConversationStore.Ended;
import org.wenshu.error.WenshuException;

/**
 * Tells of conversations that have expired and clears them away, to be run at {@link
 * ConversationConfig#sweepInterval()} on every node. What expired while a node was down it tells
 * nobody: no connection of it can have known. Listeners may come and go on any thread.
 */
public final class ConversationSweep implements Runnable {
  private static final Logger LOG = Logger.getLogger(ConversationSweep.class.getName());
  private static final int BATCH = 100;

  /**
   * An access that began just before the expiry may still be on its way, and clocks of nodes
   * differ: only after so long is an expiry final.
   */
  private static final Duration SETTLING = Duration.ofSeconds(10);

  private final ConversationStore store;
  private final ConversationConfig config;
  private final Clock clock;
  private final List<ExpiryListener> listeners = new CopyOnWriteArrayList<>();
  private Instant told;

  /** A sweep that tells of what expires from now on. */
  public ConversationSweep(ConversationStore store, ConversationConfig config, Clock clock) {
    this.store = store;
    this.config = config;
    this.clock = clock;
    this.told = settled();
  }

  /** Tells that listener from now on. */
  public void add(ExpiryListener listener) {
    listeners.add(listener);
  }

  /** Tells it no more. */
  public void remove(ExpiryListener listener) {
    listeners.remove(listener);
  }

  /** Sweeps once. Never throws; what the store does not let it do, the next sweep does. */
  @Override
  public synchronized void run() {
    Instant until = settled();
    try {
      tell(until);
      clear(until);
    } catch (WenshuException e) {
      LOG.log(Level.WARNING, "Conversations are not swept: {0}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "Sweeping conversations failed", e);
    }
  }

  private void tell(Instant until) {
    if (!until.isAfter(told)) {
      return;
    }
    List<Ended> ended = store.ended(told, until);
    told = until;
    ended.forEach(e -> listeners.forEach(l -> tell(l, e)));
  }

  private static void tell(ExpiryListener listener, Ended ended) {
    try {
      listener.onExpired(ended.id(), ended.expiredAt());
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "A listener failed to hear of an expired conversation", e);
    }
  }

  private void clear(Instant until) {
    int erased;
    do {
      erased = store.erase(until, BATCH);
    } while (erased == BATCH);
    int forgotten;
    do {
      forgotten = store.forget(until.minus(config.remembered()), BATCH);
    } while (forgotten == BATCH);
  }

  private Instant settled() {
    Duration interval = config.sweepInterval();
    return clock.instant().minus(interval.compareTo(SETTLING) < 0 ? interval : SETTLING);
  }
}
