package org.wenshu.client.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.client.ClientClosedException;
import org.wenshu.client.ConnectionException;
import org.wenshu.client.WenshuException;
import org.wenshu.client.transport.Transport;

/**
 * Keeps one connection: there is never more than one attempt or open connection, and what comes of
 * one that is no longer current is ignored (contract, section 15.2). Thread-safe; nobody is called
 * while the lock is held.
 */
final class Reconnector {
  private static final Logger LOG = Logger.getLogger(Reconnector.class.getName());
  private static final double NANOS = 1e9;

  private final Lifeline lifeline;
  private final Factory factory;
  private final Listener listener;
  private final Backoff backoff;
  private final int maxAttempts;
  private final Object lock = new Object();
  private ConnectionState state = ConnectionState.DISCONNECTED;
  private CompletableFuture<Boolean> settled = CompletableFuture.completedFuture(false);
  private Transport transport;
  private FeedConnection current;
  private Future<?> retry;
  private int attempts;
  private Duration atLeast = Duration.ZERO;
  private WenshuException lastFailure;

  /** Makes connections. */
  @FunctionalInterface
  interface Factory {
    FeedConnection make(Transport transport);
  }

  /** Whom changes are told to. */
  interface Listener {
    /** Before anybody sees that it is connected. */
    void attached(FeedConnection connection);

    void detached(FeedConnection connection);

    /** An attempt to reconnect begins. */
    void reconnecting();

    /** No further attempt will be made. */
    void gaveUp(WenshuException why);
  }

  Reconnector(
      Lifeline lifeline, Factory factory, Listener listener, Backoff backoff, int maxAttempts) {
    this.lifeline = lifeline;
    this.factory = factory;
    this.listener = listener;
    this.backoff = backoff;
    this.maxAttempts = maxAttempts;
  }

  ConnectionState state() {
    synchronized (lock) {
      return state;
    }
  }

  Optional<WenshuException> lastFailure() {
    synchronized (lock) {
      return Optional.ofNullable(lastFailure);
    }
  }

  /** Whether it is connected, as soon as nothing is under way. */
  CompletableFuture<Boolean> settled() {
    synchronized (lock) {
      return state == ConnectionState.CONNECTED
          ? CompletableFuture.completedFuture(true)
          : settled.copy();
    }
  }

  /** Connects, or joins what is under way; a wait between attempts is cut short. */
  CompletableFuture<Boolean> connect() {
    FeedConnection begun = null;
    CompletableFuture<Boolean> outcome;
    synchronized (lock) {
      if (state == ConnectionState.CONNECTED) {
        return CompletableFuture.completedFuture(true);
      }
      if (!state.isPending()) {
        transport = lifeline.take();
        attempts = 0;
        atLeast = Duration.ZERO;
        settled = new CompletableFuture<>();
        state = ConnectionState.CONNECTING;
      }
      if (current == null) {
        begun = attempt();
      }
      outcome = settled.copy();
    }
    if (begun != null) {
      begun.begin();
    }
    return outcome;
  }

  private FeedConnection attempt() {
    if (retry != null) {
      retry.cancel(false);
      retry = null;
    }
    current = factory.make(transport);
    return current;
  }

  /** To be called by the connection itself. */
  void opened(FeedConnection connection) {
    if (!isCurrent(connection)) {
      connection.close();
      return;
    }
    listener.attached(connection);
    CompletableFuture<Boolean> promise;
    synchronized (lock) {
      if (current != connection) {
        promise = null;
      } else {
        state = ConnectionState.CONNECTED;
        promise = settled;
      }
    }
    if (promise == null) {
      listener.detached(connection);
      connection.close();
    } else {
      promise.complete(true);
    }
  }

  boolean isCurrent(FeedConnection connection) {
    synchronized (lock) {
      return current == connection;
    }
  }

  /** The server asks that nobody comes back before. */
  void serverAsks(Duration pause) {
    synchronized (lock) {
      atLeast = pause.compareTo(Backoff.MOST) > 0 ? Backoff.MOST : pause;
    }
  }

  /** To be called by the connection itself. */
  void ended(FeedConnection connection, WenshuException why) {
    Optional<Ended> over;
    synchronized (lock) {
      if (current != connection) {
        return;
      }
      current = null;
      lastFailure = why;
      over = state == ConnectionState.CONNECTING ? Optional.of(giveUp()) : lost(connection, why);
    }
    listener.detached(connection);
    over.ifPresent(end -> end.tell(lastFailure().orElse(why)));
  }

  private Optional<Ended> lost(FeedConnection connection, WenshuException why) {
    if (state == ConnectionState.CONNECTED) {
      LOG.info("连接关闭");
      state = ConnectionState.RECONNECTING;
      settled = new CompletableFuture<>();
      if (connection.wasOfUse(why)) {
        attempts = 0;
      }
    } else {
      LOG.log(Level.WARNING, "连接失败: {0}", why.getMessage());
    }
    if (attempts >= maxAttempts) {
      LOG.severe("达到最大重连次数");
      return Optional.of(giveUp());
    }
    attempts++;
    Duration wait = backoff.before(attempts);
    if (atLeast.compareTo(wait) > 0) {
      wait = atLeast;
    }
    atLeast = Duration.ZERO;
    LOG.log(Level.INFO, "{0}秒后重试连接...", String.valueOf(wait.toNanos() / NANOS));
    try {
      retry = transport.timers().schedule(this::retry, wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closed) {
      lastFailure = new ClientClosedException();
      return Optional.of(giveUp());
    }
    return Optional.empty();
  }

  private void retry() {
    FeedConnection begun;
    synchronized (lock) {
      if (state != ConnectionState.RECONNECTING || current != null) {
        return;
      }
      begun = attempt();
    }
    listener.reconnecting();
    begun.begin();
  }

  private Ended giveUp() {
    boolean first = state == ConnectionState.CONNECTING;
    state = ConnectionState.ERROR;
    Transport left = transport;
    transport = null;
    return new Ended(settled, left, first);
  }

  /** What is left to do, outside of the lock, when no further attempt is made. */
  private final class Ended {
    private final CompletableFuture<Boolean> promise;
    private final Transport left;
    private final boolean first;

    Ended(CompletableFuture<Boolean> promise, Transport left, boolean first) {
      this.promise = promise;
      this.left = left;
      this.first = first;
    }

    void tell(WenshuException why) {
      if (first) {
        LOG.log(Level.WARNING, "连接失败: {0}", why.getMessage());
      }
      listener.gaveUp(why);
      lifeline.giveBack(left, CompletableFuture.completedFuture(null));
      promise.complete(false);
    }
  }

  /** Ends whatever is under way, for good; done when the connection is closed. */
  CompletionStage<?> disconnect() {
    FeedConnection open;
    Transport left;
    CompletableFuture<Boolean> promise;
    synchronized (lock) {
      if (!state.isPending() && state != ConnectionState.CONNECTED) {
        state = ConnectionState.DISCONNECTED;
        return CompletableFuture.completedFuture(null);
      }
      state = ConnectionState.DISCONNECTED;
      open = current;
      current = null;
      if (retry != null) {
        retry.cancel(false);
        retry = null;
      }
      left = transport;
      transport = null;
      promise = settled;
    }
    LOG.info("连接已断开");
    CompletionStage<?> closed = CompletableFuture.completedFuture(null);
    if (open != null) {
      listener.detached(open);
      closed = open.close();
    }
    promise.complete(false);
    return lifeline.giveBack(left, closed);
  }

  /** What a caller may be told who needs a connection where there is none. */
  static ConnectionException notConnected() {
    return new ConnectionException("未连接到服务器", null);
  }
}
