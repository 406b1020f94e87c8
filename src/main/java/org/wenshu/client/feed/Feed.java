package org.wenshu.client.feed;

import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.wenshu.client.ClientConfig;
import org.wenshu.client.ConnectionException;
import org.wenshu.client.TokenSource;
import org.wenshu.client.WenshuException;
import org.wenshu.client.transport.Failures;
import org.wenshu.client.transport.Transport;

/**
 * The door to the feed: market data and open questions as reactive streams, over one connection
 * that is opened with the first subscriber and comes back by itself.
 *
 * <p>Each subscriber is a subscription of its own on the server; cancelling ends it there. While
 * the connection is lost streams are silent, and go on when it is back: the server sends the last
 * known values first. A stream ends with {@code onError}: {@link SubscriptionRefusedException} when
 * the server refuses, {@link ConnectionException} when all attempts to reconnect have failed,
 * {@code ClientClosedException} when the feed is closed. It never completes otherwise.
 *
 * <p>Thread-safe. Subscribers are called on the executor of the client, one call after the other.
 */
public final class Feed implements AutoCloseable {
  private static final String PATH = "/ws";

  private final WebSocketClient client;
  private final Executor executor;
  private final AtomicLong ids = new AtomicLong();

  private Feed(WebSocketClient client, Executor executor) {
    this.client = client;
    this.executor = executor;
  }

  /**
   * The door on a client's transport: its address, token, executor and TLS are those of the client.
   *
   * @param changes what differs from the defaults of the feed
   */
  public static Feed over(Transport transport, Changes changes) {
    ClientConfig shared = transport.config();
    ConnectionConfig.Builder builder =
        ConnectionConfig.builder(shared.socket(PATH).toString())
            .timeout(shared.timeouts().connect())
            .heartbeatInterval(shared.timeouts().ping());
    changes.apply(builder);
    TokenSource token = shared.token();
    WebSocketClient client =
        new WebSocketClient(builder.build(), token, Lifeline.borrowed(transport));
    return new Feed(client, transport.executor());
  }

  /** Changes to the configuration of the feed's connection. */
  @FunctionalInterface
  public interface Changes {
    /** Nothing is changed. */
    Changes NONE = builder -> {};

    /** Sets what is wanted otherwise. */
    void apply(ConnectionConfig.Builder builder);
  }

  /** The documented client on the same connection: handlers, statistics, state. */
  public WebSocketClient client() {
    return client;
  }

  /** Market data, with 256 updates of buffer and then the latest of each. */
  public Flow.Publisher<MarketUpdate> updates(SubscriptionConfig wanted) {
    return updates(wanted, StreamOptions.defaults());
  }

  /** Market data, buffered as the options say. */
  public Flow.Publisher<MarketUpdate> updates(SubscriptionConfig wanted, StreamOptions options) {
    return subscriber -> {
      String id = nextId();
      Outlet<MarketUpdate> outlet =
          new Outlet<>(subscriber, executor, options, Feed::latest, () -> cancel(id));
      Routing.Follower follower =
          follower(
              id,
              outlet,
              message -> {
                if (message.type().equals("data")) {
                  outlet.offer(MarketUpdate.of(message));
                }
              });
      begin(id, wanted::frame, Optional.of(wanted), outlet, follower);
    };
  }

  /**
   * The answer to a question, again whenever it changes. A subscriber that is slow gets the newest
   * and misses those between.
   */
  public Flow.Publisher<LiveAnswer> live(String question) {
    return subscriber -> {
      String id = nextId();
      Outlet<LiveAnswer> outlet =
          new Outlet<>(
              subscriber,
              executor,
              new StreamOptions(1, Overflow.LATEST),
              Feed::newest,
              () -> cancel(id));
      LiveRows rows = new LiveRows();
      Routing.Follower follower = follower(id, outlet, message -> live(id, message, rows, outlet));
      begin(id, (name, seen) -> frame(name, question), Optional.empty(), outlet, follower);
    };
  }

  private static String frame(String id, String question) {
    return FeedJson.object("subscribe").put("id", id).put("query", question).toString();
  }

  private void live(String id, FeedMessage message, LiveRows rows, Outlet<LiveAnswer> outlet) {
    if (message.type().equals("error")) {
      outlet.fail(SubscriptionRefusedException.of(message));
      cancel(id);
    } else if (message.type().equals("live")) {
      rows.apply(message).ifPresentOrElse(outlet::offer, () -> client.link().askAgain(id));
    }
  }

  /** Updates one by one for a loop; buffered by default, see {@link #updates}. */
  public Updates<MarketUpdate> watch(SubscriptionConfig wanted) {
    return Updates.of(updates(wanted));
  }

  /** Answers one by one for a loop; see {@link #live}. */
  public Updates<LiveAnswer> watch(String question) {
    return Updates.of(live(question));
  }

  private String nextId() {
    String id;
    do {
      id = "flow-" + ids.incrementAndGet();
    } while (client.link().isKnown(id));
    return id;
  }

  private <T> void begin(
      String id,
      SubscriptionBook.Request request,
      Optional<SubscriptionConfig> config,
      Outlet<T> outlet,
      Routing.Follower follower) {
    client.link().follow(id, follower);
    outlet.subscribed();
    CompletionStage<SubscriptionConfirmation> begun =
        client
            .connectAsync()
            .thenCompose(open -> open ? subscribed(id, request, config, outlet) : notOpen());
    begun.whenComplete(
        (word, failure) -> {
          if (failure != null) {
            cancel(id);
            outlet.fail(Failures.of("The subscription failed", failure));
          }
        });
  }

  private CompletableFuture<SubscriptionConfirmation> subscribed(
      String id,
      SubscriptionBook.Request request,
      Optional<SubscriptionConfig> config,
      Outlet<?> outlet) {
    if (outlet.isOver()) {
      return CompletableFuture.completedFuture(null);
    }
    SubscriptionBook.Entry entry = client.link().subscribe(id, request, config);
    if (outlet.isOver()) {
      cancel(id);
    }
    return entry.confirmed();
  }

  private CompletableFuture<SubscriptionConfirmation> notOpen() {
    WenshuException why = client.lastFailure().orElseGet(Reconnector::notConnected);
    return CompletableFuture.failedFuture(why);
  }

  private void cancel(String id) {
    client.link().leave(id);
    client.link().unsubscribe(id);
  }

  private interface Taking {
    void take(FeedMessage message);
  }

  private Routing.Follower follower(String id, Outlet<?> outlet, Taking taking) {
    return new Routing.Follower() {
      @Override
      public void take(FeedMessage message) {
        taking.take(message);
      }

      @Override
      public void ended(WenshuException why) {
        client.link().unsubscribe(id);
        outlet.fail(why);
      }
    };
  }

  private static void newest(Deque<LiveAnswer> waiting, LiveAnswer answer) {
    waiting.clear();
    waiting.add(answer);
  }

  private static void latest(Deque<MarketUpdate> waiting, MarketUpdate update) {
    MarketUpdate replaced = null;
    for (Iterator<MarketUpdate> each = waiting.iterator(); each.hasNext() && replaced == null; ) {
      MarketUpdate one = each.next();
      if (update.replaces(one)) {
        replaced = one;
        each.remove();
      }
    }
    if (replaced != null) {
      waiting.add(update.inPlaceOf(replaced));
      return;
    }
    MarketUpdate dropped = waiting.poll();
    MarketUpdate next = waiting.poll();
    if (next == null) {
      waiting.add(update.after(dropped));
    } else {
      waiting.addFirst(next.after(dropped));
      waiting.add(update);
    }
  }

  /** Ends the connection and all streams. What is borrowed of the client stays open. */
  @Override
  public void close() {
    client.close();
  }
}
