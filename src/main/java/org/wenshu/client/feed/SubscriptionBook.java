package org.wenshu.client.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.wenshu.client.ClientBusyException;
import org.wenshu.client.ClientClosedException;
import org.wenshu.client.WenshuException;
import org.wenshu.client.transport.Failures;

/**
 * What is subscribed, and the connection it is subscribed on. Frames leave in the order in which
 * the book was changed, also while it is replayed on a new connection. Thread-safe; sending never
 * waits.
 */
final class SubscriptionBook {
  private final int most;
  private final Statistics statistics;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private FeedConnection line;

  SubscriptionBook(int most, Statistics statistics) {
    this.most = most;
    this.statistics = statistics;
  }

  /** What is asked for under an id. */
  @FunctionalInterface
  interface Request {
    /**
     * The frame that asks.
     *
     * @param lastSeen the highest number of the source that was seen
     */
    String frame(String id, OptionalLong lastSeen);
  }

  /** One id, from its first frame on. */
  static final class Entry {
    private final String id;
    private final Request request;
    private final Optional<SubscriptionConfig> config;
    private final Optional<Entry> before;
    private final CompletableFuture<SubscriptionConfirmation> confirmed = new CompletableFuture<>();
    private CompletionStage<Void> written = CompletableFuture.completedFuture(null);
    private OptionalLong lastSeen = OptionalLong.empty();

    private Entry(
        String id, Request request, Optional<SubscriptionConfig> config, Optional<Entry> before) {
      this.id = id;
      this.request = request;
      this.config = config;
      this.before = before;
    }

    /** Whether the server has accepted it. */
    boolean stands() {
      return confirmed.isDone() && !confirmed.isCompletedExceptionally();
    }

    /** Ends as the one that takes its place does. */
    private void follow(Entry next) {
      CompletionStage<SubscriptionConfirmation> word = next.confirmed;
      word.whenComplete(
          (told, failure) -> {
            if (failure == null) {
              confirmed.complete(told);
            } else {
              confirmed.completeExceptionally(failure);
            }
          });
    }

    /** Done when the frame was given to the network; at once when it waits for a connection. */
    CompletionStage<Void> written() {
      return written;
    }

    /** Done with what the server says. */
    CompletableFuture<SubscriptionConfirmation> confirmed() {
      return confirmed;
    }
  }

  /**
   * Writes it down and sends it.
   *
   * @param mayWait whether it is kept for the next connection where there is none
   * @param kept whether it is kept for the next connection though it could not be sent on this one
   * @throws WenshuException when it is not written down
   */
  synchronized Entry put(
      String id,
      Request request,
      Optional<SubscriptionConfig> config,
      boolean mayWait,
      Predicate<Throwable> kept) {
    if (line == null && !mayWait) {
      throw Reconnector.notConnected();
    }
    Entry known = entries.get(id);
    if (known == null && entries.size() >= most) {
      throw new ClientBusyException("达到最大订阅数量限制");
    }
    Entry entry = new Entry(id, request, config, Optional.ofNullable(known).filter(Entry::stands));
    entries.put(id, entry);
    if (known != null) {
      known.follow(entry);
    }
    if (line != null) {
      entry.written = send(entry, line).exceptionally(failure -> unsent(entry, failure, kept));
    }
    return entry;
  }

  private Void unsent(Entry entry, Throwable failure, Predicate<Throwable> kept) {
    Throwable cause = Failures.unwrapped(failure);
    if (!kept.test(cause)) {
      takeBack(entry);
      throw new CompletionException(cause);
    }
    return null;
  }

  private CompletionStage<Void> send(Entry entry, FeedConnection to) {
    return counted(to.send(entry.request.frame(entry.id, entry.lastSeen)));
  }

  private CompletionStage<Void> counted(CompletionStage<Void> sent) {
    return sent.thenRun(statistics::sent);
  }

  /** Takes back what could not be sent or was refused; what it has replaced stands again. */
  synchronized void takeBack(Entry entry) {
    if (entries.get(entry.id) == entry) {
      if (entry.before.isPresent()) {
        entries.put(entry.id, entry.before.get());
      } else {
        entries.remove(entry.id);
      }
    }
  }

  /**
   * Strikes it out and tells the server.
   *
   * @return done when the server was told; empty when the id is not known
   */
  synchronized Optional<CompletionStage<Void>> remove(String id) {
    Entry gone = entries.remove(id);
    if (gone == null) {
      return Optional.empty();
    }
    gone.confirmed.completeExceptionally(new ClientClosedException());
    String frame = FeedJson.object("unsubscribe").put("id", id).toString();
    return Optional.of(
        line == null ? CompletableFuture.completedFuture(null) : counted(line.send(frame)));
  }

  /** Sends everything on a new connection, whatever the limit says. */
  synchronized void attach(FeedConnection connection) {
    line = connection;
    for (Entry entry : new ArrayList<>(entries.values())) {
      send(entry, connection);
    }
  }

  synchronized void detach(FeedConnection connection) {
    if (line == connection) {
      line = null;
    }
  }

  /** Asks once more for something the server knows already, to get it from the start. */
  synchronized void askAgain(String id) {
    Entry entry = entries.get(id);
    if (entry != null && line != null) {
      send(entry, line);
    }
  }

  /** The server confirms. */
  void confirmed(FeedMessage message) {
    Entry entry = find(message.id());
    if (entry != null) {
      entry.confirmed.complete(SubscriptionConfirmation.of(message));
    }
  }

  /**
   * The server refuses. What it has confirmed once stays written down: a source that is not back
   * yet after a restart must not cost a subscription.
   */
  void refused(FeedMessage error) {
    Entry entry = find(error.id());
    if (entry != null && !entry.stands()) {
      takeBack(entry);
      entry.confirmed.completeExceptionally(SubscriptionRefusedException.of(error));
    }
  }

  /** Notes that data has come: the server has accepted, even if it never said so. */
  void seen(FeedMessage data) {
    Entry entry = find(data.id());
    if (entry == null) {
      return;
    }
    if (!entry.stands()) {
      entry.confirmed.complete(SubscriptionConfirmation.of(data));
    }
    if (data.json().path("source_seq").canConvertToLong()) {
      reached(data, data.json().path("source_seq").longValue());
    }
  }

  private synchronized void reached(FeedMessage data, long seq) {
    List<String> ids = new ArrayList<>(List.of(data.id()));
    data.json().path("ids").forEach(id -> ids.add(id.asText()));
    for (String id : ids) {
      Entry entry = entries.get(id);
      if (entry != null && (entry.lastSeen.isEmpty() || entry.lastSeen.getAsLong() < seq)) {
        entry.lastSeen = OptionalLong.of(seq);
      }
    }
  }

  private synchronized Entry find(String id) {
    return entries.get(id);
  }

  /** Fails all that wait for a word of the server. */
  void fail(WenshuException why) {
    List<Entry> waiting;
    synchronized (this) {
      waiting = new ArrayList<>(entries.values());
    }
    waiting.forEach(entry -> entry.confirmed.completeExceptionally(why));
  }

  synchronized void clear() {
    entries.clear();
  }

  synchronized int size() {
    return entries.size();
  }

  synchronized boolean contains(String id) {
    return entries.containsKey(id);
  }

  /** Market data by id, in the order of subscribing. */
  synchronized Map<String, SubscriptionConfig> configs() {
    Map<String, SubscriptionConfig> all = new LinkedHashMap<>();
    entries.forEach((id, entry) -> entry.config.ifPresent(config -> all.put(id, config)));
    return all;
  }
}
