package org.wenshu.client.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.client.ClientClosedException;
import org.wenshu.client.ConnectionClosedException;
import org.wenshu.client.ConnectionException;
import org.wenshu.client.TokenSource;
import org.wenshu.client.WenshuException;
import org.wenshu.client.transport.Failures;
import org.wenshu.client.transport.SocketClosed;

/**
 * What stands behind one client: the connection, the book of subscriptions, and the way of a frame
 * to its handlers. Thread-safe.
 */
final class FeedLink implements FeedConnection.Owner, Reconnector.Listener {
  private static final Logger LOG = Logger.getLogger(FeedLink.class.getName());
  private static final Duration ASYNC_PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_UNPACKED_BYTES = 32 << 20;

  private final boolean queueWhileDisconnected;
  private final Statistics statistics = new Statistics();
  private final SubscriptionBook book;
  private final Routing routing;
  private final Dispatcher dispatcher;
  private final Incoming incoming;
  private final Reconnector reconnector;

  FeedLink(
      ConnectionConfig config, TokenSource token, Lifeline lifeline, HandlerRegistry handlers) {
    this.queueWhileDisconnected = config.queueWhileDisconnected();
    this.book = new SubscriptionBook(config.maxSubscriptions(), statistics);
    this.routing = new Routing(handlers, ASYNC_PATIENCE);
    this.dispatcher = new Dispatcher(config.queueCapacity());
    FeedConnection.Settings settings =
        new FeedConnection.Settings(
            config.url(), config.shownUrl(), token, config.timeout(), config.heartbeatInterval());
    this.reconnector =
        new Reconnector(
            lifeline,
            transport -> new FeedConnection(settings, transport, this),
            this,
            new Backoff(config.reconnectDelay(), config.jitter()),
            config.maxReconnectAttempts());
    this.incoming =
        new Incoming(
            new FrameReader(MOST_UNPACKED_BYTES),
            statistics,
            book,
            dispatcher,
            routing::deliver,
            reconnector::serverAsks);
  }

  CompletableFuture<Boolean> connect() {
    return reconnector.connect();
  }

  CompletableFuture<Void> disconnect() {
    CompletionStage<?> closed = reconnector.disconnect();
    dispatcher.clear();
    ClientClosedException why = new ClientClosedException();
    book.fail(why);
    routing.end(why);
    return closed.toCompletableFuture().thenRun(() -> {});
  }

  /** Forgets all subscriptions. */
  void forget() {
    book.clear();
  }

  /**
   * Writes a subscription down and sends it.
   *
   * @throws WenshuException when it is not written down
   */
  SubscriptionBook.Entry subscribe(
      String id, SubscriptionBook.Request request, Optional<SubscriptionConfig> config) {
    try {
      boolean mayWait =
          queueWhileDisconnected || reconnector.state() == ConnectionState.RECONNECTING;
      SubscriptionBook.Entry entry = book.put(id, request, config, mayWait, this::comesBack);
      entry.written().whenComplete((done, failure) -> logFailure(failure));
      return entry;
    } catch (WenshuException e) {
      LOG.log(Level.WARNING, e.getMessage());
      throw e;
    }
  }

  /** Whether what failed is a connection that was just lost, so that all is sent on the next. */
  private boolean comesBack(Throwable failure) {
    ConnectionState now = reconnector.state();
    return failure instanceof ConnectionException
        && (now == ConnectionState.CONNECTED || now == ConnectionState.RECONNECTING);
  }

  private static void logFailure(Throwable failure) {
    if (failure != null) {
      LOG.log(Level.WARNING, "订阅失败: {0}", Failures.unwrapped(failure));
    }
  }

  /** Empty when the id is not known. */
  Optional<CompletionStage<Void>> unsubscribe(String id) {
    return book.remove(id);
  }

  /** Calls a follower for what belongs to that id, until it leaves. */
  void follow(String id, Routing.Follower follower) {
    routing.follow(id, follower);
  }

  void leave(String id) {
    routing.leave(id);
  }

  void askAgain(String id) {
    book.askAgain(id);
  }

  boolean isKnown(String id) {
    return book.contains(id);
  }

  ConnectionState state() {
    return reconnector.state();
  }

  CompletableFuture<Boolean> settled() {
    return reconnector.settled();
  }

  Optional<WenshuException> lastFailure() {
    return reconnector.lastFailure();
  }

  Optional<Instant> startedAt() {
    return statistics.startedAt();
  }

  Map<String, SubscriptionConfig> subscriptions() {
    return book.configs();
  }

  Map<String, Object> statistics() {
    return statistics.snapshot(reconnector.state(), book.size());
  }

  @Override
  public void opened(FeedConnection connection) {
    reconnector.opened(connection);
  }

  @Override
  public void text(FeedConnection connection, String text) {
    if (reconnector.isCurrent(connection)) {
      incoming.text(connection, text);
    }
  }

  @Override
  public void bytes(FeedConnection connection, byte[] bytes) {
    if (reconnector.isCurrent(connection)) {
      incoming.bytes(connection, bytes);
    }
  }

  @Override
  public void ended(FeedConnection connection, WenshuException why) {
    boolean wasOpen = reconnector.state() == ConnectionState.CONNECTED;
    boolean broken =
        !(why instanceof ConnectionClosedException closed) || closed.code() == SocketClosed.BROKEN;
    if (wasOpen && broken && reconnector.isCurrent(connection)) {
      statistics.fault();
    }
    reconnector.ended(connection, why);
  }

  @Override
  public void attached(FeedConnection connection) {
    statistics.opened(connection.id());
    LOG.log(Level.INFO, "连接成功，连接ID: {0}", connection.id());
    book.attach(connection);
  }

  @Override
  public void detached(FeedConnection connection) {
    book.detach(connection);
    statistics.ended(connection.id());
  }

  @Override
  public void reconnecting() {
    statistics.reconnecting();
  }

  @Override
  public void gaveUp(WenshuException why) {
    book.fail(why);
    routing.end(why);
  }
}
