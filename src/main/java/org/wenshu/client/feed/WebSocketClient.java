package org.wenshu.client.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.client.ClientClosedException;
import org.wenshu.client.RequestTimeoutException;
import org.wenshu.client.TokenSource;
import org.wenshu.client.WenshuException;
import org.wenshu.client.transport.Failures;

/**
 * The documented client of the feed: connects, subscribes, calls handlers, and comes back by itself
 * when the connection is lost (contract, sections 15 and 16).
 *
 * <p><b>States.</b> See {@link ConnectionState}. While DISCONNECTED or ERROR nothing happens by
 * itself, and no thread and no socket is held. {@link #disconnect()} wins over everything that is
 * under way. Subscriptions are kept over a loss, an ERROR and a {@link #disconnect()}, and are sent
 * again on the next connection; {@link #close()} forgets them.
 *
 * <p><b>Handlers</b> are called on one thread of this client, in the order of the frames, never on
 * a thread that reads. When {@link ConnectionConfig#queueCapacity()} messages (or 8 Mi characters)
 * wait, the socket is read no further until half of them are handled: this client drops nothing,
 * and the server merges what it cannot send. A client that takes nothing for 10 s is closed by the
 * server with 1013, and comes back. Remove handlers that are no longer wanted; adding one twice has
 * no effect.
 *
 * <p>Safe for any thread. Methods that wait do so for {@link ConnectionConfig#timeout()} at most;
 * their twins that end in Async never wait. All may be called by handlers.
 */
public final class WebSocketClient implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(WebSocketClient.class.getName());
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final int MOST_ID_CHARS = 128;

  private final ConnectionConfig config;
  private final HandlerRegistry handlers = new HandlerRegistry();
  private final FeedLink link;

  /** A client with threads of its own while it is connected. Nothing is connected yet. */
  public WebSocketClient(ConnectionConfig config) {
    this(config, config::apiKey, Lifeline.own(config));
  }

  /** A client that stands on what it is given. */
  WebSocketClient(ConnectionConfig config, TokenSource token, Lifeline lifeline) {
    this.config = config;
    this.link = new FeedLink(config, token, lifeline, handlers);
  }

  /** What was configured. */
  public ConnectionConfig config() {
    return config;
  }

  /**
   * Connects. True when connected, also if it was already; joins an attempt that is under way, and
   * cuts a wait between attempts short. False when the attempt failed: then the state is ERROR, and
   * {@link #lastFailure()} says why.
   */
  public boolean connect() {
    return Waiting.truth(connectAsync(), config.timeout().plus(config.timeout()));
  }

  /** As {@link #connect()}, without waiting. */
  public CompletableFuture<Boolean> connectAsync() {
    return link.connect();
  }

  /** Ends the connection, and every attempt at one. No handler is called for what still waits. */
  public void disconnect() {
    Waiting.forEnd(disconnectAsync(), config.timeout().plusSeconds(1));
  }

  /** As {@link #disconnect()}, without waiting for the server's consent. */
  public CompletableFuture<Void> disconnectAsync() {
    return link.disconnect();
  }

  /**
   * Subscribes, or changes what is subscribed under that id. True as soon as the frame is written,
   * whatever the server will say to it (see {@link #subscribeAsync}); while RECONNECTING it is kept
   * and sent on the next connection. False without a connection, and beyond {@link
   * ConnectionConfig#maxSubscriptions()} different ids; then nothing is kept.
   *
   * @throws IllegalArgumentException for an id that is empty or longer than 128 characters
   */
  public boolean subscribe(String id, SubscriptionConfig wanted) {
    try {
      Waiting.forOutcome(begin(id, wanted).written(), config.timeout());
      LOG.log(Level.INFO, "订阅成功: {0}", id);
      return true;
    } catch (WenshuException e) {
      return false;
    }
  }

  /**
   * Subscribes as {@link #subscribe} does, and completes with what the server says. Fails with
   * {@link SubscriptionRefusedException} when it refuses: then the subscription is forgotten, and
   * one that had that id before stands again. Fails with {@link RequestTimeoutException} when
   * nothing is heard; then it is kept, since older servers confirm nothing.
   */
  public CompletableFuture<SubscriptionConfirmation> subscribeAsync(
      String id, SubscriptionConfig wanted) {
    try {
      SubscriptionBook.Entry entry = begin(id, wanted);
      return entry
          .written()
          .toCompletableFuture()
          .thenCompose(written -> Waiting.confirmation(entry, config.timeout()));
    } catch (WenshuException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private SubscriptionBook.Entry begin(String id, SubscriptionConfig wanted) {
    requireId(id);
    return link.subscribe(id, wanted::frame, Optional.of(wanted));
  }

  private static void requireId(String id) {
    if (id.isEmpty() || id.length() > MOST_ID_CHARS) {
      throw new IllegalArgumentException("An id has 1 to " + MOST_ID_CHARS + " characters");
    }
  }

  /**
   * Ends a subscription. True when the id was known: it is forgotten even without a connection, and
   * will not come back. False for an id that is not known.
   */
  public boolean unsubscribe(String id) {
    return Waiting.truth(unsubscribeAsync(id), config.timeout());
  }

  /** As {@link #unsubscribe}, without waiting. */
  public CompletableFuture<Boolean> unsubscribeAsync(String id) {
    Optional<CompletionStage<Void>> told = link.unsubscribe(id);
    if (told.isEmpty()) {
      LOG.log(Level.WARNING, "订阅不存在: {0}", id);
      return CompletableFuture.completedFuture(false);
    }
    return told.get()
        .handle(
            (done, failure) -> {
              if (failure == null) {
                LOG.log(Level.INFO, "取消订阅成功: {0}", id);
              } else {
                LOG.log(Level.WARNING, "取消订阅失败: {0}", Failures.unwrapped(failure));
              }
              return true;
            })
        .toCompletableFuture();
  }

  /**
   * Calls a handler for every message of a data type, as it was spelled when subscribed. Further
   * keys: {@code error} and {@code status} for such frames, {@code debug} for every frame as it
   * came, {@code *} for all data.
   *
   * @return false when this handler is there already; it is still called once
   */
  public boolean addMessageHandler(String dataType, MessageHandler handler) {
    return handlers.add(dataType, handler);
  }

  /** As {@link #addMessageHandler}, for a handler that goes on elsewhere. */
  public boolean addAsyncMessageHandler(String dataType, AsyncMessageHandler handler) {
    return handlers.add(dataType, handler);
  }

  /** Calls that handler no more. False when it was not there. May be called by the handler. */
  public boolean removeMessageHandler(String dataType, MessageHandler handler) {
    return handlers.remove(dataType, handler);
  }

  /**
   * What was counted: messages_received, messages_sent, reconnect_count, errors, state,
   * connection_id, subscriptions_count and uptime, in this order. The id and the uptime are null
   * before the first connection; reconnect_count counts attempts.
   */
  public Map<String, Object> getStats() {
    return link.statistics();
  }

  /** Waits for a connection for up to 30 s; see {@link #waitForConnection(Duration)}. */
  public boolean waitForConnection() {
    return waitForConnection(WAIT);
  }

  /**
   * Waits while an attempt is under way or will be made. False at once while DISCONNECTED or ERROR,
   * and when the time is over.
   */
  public boolean waitForConnection(Duration time) {
    return Waiting.truth(waitForConnectionAsync(time), time.plusSeconds(1));
  }

  /** As {@link #waitForConnection()}, without waiting. */
  public CompletableFuture<Boolean> waitForConnectionAsync() {
    return waitForConnectionAsync(WAIT);
  }

  /** As {@link #waitForConnection(Duration)}, without waiting. */
  public CompletableFuture<Boolean> waitForConnectionAsync(Duration time) {
    return link.settled().completeOnTimeout(false, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Where the connection stands. */
  public ConnectionState state() {
    return link.state();
  }

  /** What is subscribed to market data, by id. */
  public Map<String, SubscriptionConfig> subscriptions() {
    return link.subscriptions();
  }

  /** When the present or last connection began; empty before the first. */
  public Optional<Instant> connectionStartTime() {
    return link.startedAt();
  }

  /** Why the last connection or attempt ended; empty while none has failed. */
  public Optional<WenshuException> lastFailure() {
    return link.lastFailure();
  }

  /** What is below; for the other classes of this package. */
  FeedLink link() {
    return link;
  }

  /**
   * Disconnects and forgets all subscriptions. Their followers get {@link ClientClosedException}.
   */
  @Override
  public void close() {
    disconnect();
    link.forget();
  }

  @Override
  public String toString() {
    return "WebSocketClient[" + config.shownUrl() + ", " + state().value() + "]";
  }
}
