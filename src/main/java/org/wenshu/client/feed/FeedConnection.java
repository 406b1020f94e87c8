package org.wenshu.client.feed;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.client.ClientClosedException;
import org.wenshu.client.ConnectionClosedException;
import org.wenshu.client.ConnectionException;
import org.wenshu.client.RequestTimeoutException;
import org.wenshu.client.TokenSource;
import org.wenshu.client.WenshuException;
import org.wenshu.client.transport.Failures;
import org.wenshu.client.transport.SocketClosed;
import org.wenshu.client.transport.SocketListener;
import org.wenshu.client.transport.TextSocket;
import org.wenshu.client.transport.Transport;

/**
 * One connection, from the attempt to its end: its only heartbeat timer, and its only reader. Used
 * once. Thread-safe.
 */
final class FeedConnection implements SocketListener {
  private static final Logger LOG = Logger.getLogger(FeedConnection.class.getName());
  private static final String HEARTBEAT = FeedJson.object("heartbeat").toString();

  /** After these the client itself has done something wrong. */
  private static final Set<Integer> OUR_FAULT = Set.of(1002, 1003, 1007, 1008, 1009, 1010);

  private final String id = UUID.randomUUID().toString();
  private final Settings settings;
  private final Transport transport;
  private final Owner owner;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile Future<?> opening;
  private volatile Future<?> deadline;
  private volatile Future<?> heartbeat;
  private volatile TextSocket socket;
  private volatile long openedNanos;
  private volatile boolean delivered;
  private SocketClosed early;

  /** Where to connect, how, and showing what. */
  record Settings(
      URI url, String shownUrl, TokenSource token, Duration timeout, Duration heartbeatInterval) {}

  /** Whom the connection reports to; called on threads of the transport. */
  interface Owner {
    void opened(FeedConnection connection);

    void text(FeedConnection connection, String text);

    void bytes(FeedConnection connection, byte[] bytes);

    /** Told once, whether it was ever open or not, but not after {@link #close}. */
    void ended(FeedConnection connection, WenshuException why);
  }

  FeedConnection(Settings settings, Transport transport, Owner owner) {
    this.settings = settings;
    this.transport = transport;
    this.owner = owner;
  }

  String id() {
    return id;
  }

  /** Attempts to open it; the outcome is told within the timeout. */
  void begin() {
    LOG.log(Level.INFO, "连接到WebSocket服务器: {0}", settings.shownUrl());
    long limit = settings.timeout().toMillis();
    try {
      deadline = transport.timers().schedule(this::tooLate, limit, TimeUnit.MILLISECONDS);
      CompletionStage<Void> asked =
          CompletableFuture.supplyAsync(settings.token()::token, transport.executor())
              .thenAccept(this::open);
      asked.whenComplete((done, failure) -> failed(failure));
    } catch (RejectedExecutionException over) {
      end(new ClientClosedException());
    }
  }

  private void open(Optional<String> token) {
    if (over.get()) {
      return;
    }
    Map<String, String> headers =
        token.map(key -> Map.of("Authorization", "Bearer " + key)).orElse(Map.of());
    CompletableFuture<TextSocket> connecting = transport.connect(settings.url(), headers, this);
    opening = connecting;
    if (over.get()) {
      connecting.cancel(false);
    }
    CompletionStage<TextSocket> outcome = connecting;
    outcome.whenComplete(
        (opened, failure) -> {
          if (failure == null) {
            opened(opened);
          } else {
            failed(failure);
          }
        });
  }

  private void tooLate() {
    end(new RequestTimeoutException("connection", settings.timeout()));
  }

  private void failed(Throwable failure) {
    if (failure != null) {
      end(Failures.of("The connection could not be opened", failure));
    }
  }

  private void opened(TextSocket opened) {
    cancel(deadline);
    openedNanos = System.nanoTime();
    SocketClosed closed;
    synchronized (this) {
      socket = opened;
      closed = early;
    }
    if (over.get()) {
      opened.abort("no longer wanted");
      return;
    }
    owner.opened(this);
    if (closed == null) {
      live(opened);
    } else {
      end(closed.asException());
    }
  }

  private void live(TextSocket opened) {
    long pace = settings.heartbeatInterval().toMillis();
    try {
      heartbeat =
          transport.timers().scheduleAtFixedRate(this::beat, pace, pace, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closing) {
      end(new ClientClosedException());
    }
    if (over.get()) {
      cancel(heartbeat);
    }
    opened.request(1);
  }

  private void beat() {
    send(HEARTBEAT)
        .whenComplete(
            (done, failure) -> {
              if (failure != null && !over.get()) {
                LOG.log(Level.WARNING, "心跳失败: {0}", Failures.unwrapped(failure));
                end(Failures.of("The heartbeat could not be sent", failure));
              }
            });
  }

  /** Sends after what was sent before; never waits. */
  CompletionStage<Void> send(String text) {
    TextSocket open = socket;
    return open == null || over.get()
        ? CompletableFuture.failedFuture(new ConnectionException("未连接到服务器", null))
        : open.send(text);
  }

  /** Asks for the next frame. */
  void more() {
    TextSocket open = socket;
    if (open != null && !over.get()) {
      open.request(1);
    }
  }

  /** Notes that the server has delivered something of use. */
  void delivered() {
    delivered = true;
  }

  /**
   * Whether the connection was a success, so that attempts are counted anew: it was up for one
   * interval of heartbeats, or has delivered a frame and did not end through a fault of ours.
   */
  boolean wasOfUse(WenshuException end) {
    boolean ourFault =
        end instanceof ConnectionClosedException closed && OUR_FAULT.contains(closed.code());
    long up = System.nanoTime() - openedNanos;
    return (delivered && !ourFault) || up >= settings.heartbeatInterval().toNanos();
  }

  @Override
  public void onText(TextSocket from, String text) {
    if (!over.get()) {
      owner.text(this, text);
    }
  }

  @Override
  public void onBinary(TextSocket from, ByteBuffer bytes) {
    if (!over.get()) {
      byte[] all = new byte[bytes.remaining()];
      bytes.get(all);
      owner.bytes(this, all);
    }
  }

  /** One that is closed as soon as it is open was open nevertheless. */
  @Override
  public void onClosed(TextSocket from, SocketClosed end) {
    synchronized (this) {
      if (socket == null) {
        early = end;
        return;
      }
    }
    end(end.asException());
  }

  private void end(WenshuException why) {
    if (over.compareAndSet(false, true)) {
      release();
      if (socket != null) {
        socket.abort("given up");
      }
      owner.ended(this, why);
    }
  }

  /** Ends it in good order; done within the timeout, without a word to the owner. */
  CompletionStage<?> close() {
    if (!over.compareAndSet(false, true)) {
      return CompletableFuture.completedFuture(null);
    }
    release();
    TextSocket open = socket;
    return open == null ? CompletableFuture.completedFuture(null) : open.close(1000, "");
  }

  private void release() {
    cancel(opening);
    cancel(deadline);
    cancel(heartbeat);
  }

  private static void cancel(Future<?> task) {
    if (task != null) {
      task.cancel(false);
    }
  }
}
