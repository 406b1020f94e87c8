package org.wenshu.protocol.frames;

import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.protocol.frames.upgrade.Lingering;

/**
 * The senders of all open connections, the threads that write for them, and the clock that finds
 * stalled and silent clients. Thread-safe.
 */
public final class FrameSenders implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(FrameSenders.class.getName());
  private static final long STALL_CHECK_MILLIS = 500;
  private static final long PUT_OFF_CHECK_MILLIS = 50;
  private static final long PING_CHECKS = 10;
  private static final long PARTING_NANOS = 500_000_000L;
  private static final long PARTING_MILLIS = 10;

  private final SenderConfig config;
  private final Set<FrameSender> open = ConcurrentHashMap.newKeySet();
  private final List<Runnable> farewells = new CopyOnWriteArrayList<>();
  private final WriterThreads threads;
  private final ScheduledThreadPoolExecutor clock;

  /** Senders whose threads come from that factory. */
  public FrameSenders(SenderConfig config, ThreadFactory threads) {
    this.config = config;
    this.clock = new ScheduledThreadPoolExecutor(1, threads);
    this.threads = new WriterThreads(config.maxThreads(), threads, clock);
    repeat(this::closeStalled, STALL_CHECK_MILLIS);
    repeat(() -> open.forEach(FrameSender::takeOver), PUT_OFF_CHECK_MILLIS);
    repeat(this::ping, Math.max(1, config.pingInterval().toMillis() / PING_CHECKS));
  }

  /**
   * The sender of a session that has just opened; hears its pongs.
   *
   * @param whenBroken runs if the sender ends the connection by itself
   */
  public FrameSender open(Session session, Runnable whenBroken) {
    return open(session, Conduct.standard(), whenBroken);
  }

  /**
   * The sender of a session that has just opened, for a dialect with wishes of its own; hears the
   * pongs.
   *
   * @param whenBroken runs if the sender ends the connection by itself
   */
  public FrameSender open(Session session, Conduct conduct, Runnable whenBroken) {
    FrameSender sender = new FrameSender(suitable(session), threads, config, conduct, whenBroken);
    session.addMessageHandler(PongMessage.class, pong -> sender.pong(pong.getApplicationData()));
    open.add(sender);
    return sender;
  }

  /** Forgets a connection that is gone. */
  public void forget(FrameSender sender) {
    sender.gone();
    open.remove(sender);
  }

  /**
   * Has a dialect part with its clients in its own way before every connection is closed.
   *
   * @param farewell must return soon and must not throw
   */
  public void beforeClose(Runnable farewell) {
    farewells.add(farewell);
  }

  /** How many connections are open. */
  public int size() {
    return open.size();
  }

  /** Closes every connection with the code of its dialect, and the threads. */
  @Override
  public void close() {
    farewells.forEach(Runnable::run);
    clock.shutdownNow();
    leave(open, threads::execute);
    open.clear();
    awaitParting();
    threads.close();
  }

  /**
   * Nobody looks after those who linger from now on. One that does not read may hold up its end.
   */
  private void awaitParting() {
    try {
      awaitNobodyLingers();
      threads.execute(Lingering::endAll);
      awaitNobodyLingers();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitNobodyLingers() throws InterruptedException {
    long end = System.nanoTime() + PARTING_NANOS;
    while (Lingering.size() > 0 && System.nanoTime() < end) {
      Thread.sleep(PARTING_MILLIS);
    }
  }

  /** A client that holds up its sender may hold up its own close, but nobody else's. */
  static void leave(Iterable<FrameSender> senders, Consumer<Runnable> elsewhere) {
    for (FrameSender sender : senders) {
      if (sender.isBlocked()) {
        elsewhere.accept(sender::leave);
      } else {
        sender.leave();
      }
    }
  }

  private void repeat(Runnable task, long millis) {
    Runnable lasting =
        () -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Watching over connections failed; going on", e);
          }
        };
    var unused = clock.scheduleWithFixedDelay(lasting, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** On writer threads, because closing a stuck connection may itself get stuck. */
  private void closeStalled() {
    if (Lingering.size() > 0) {
      threads.execute(Lingering::endOverdue);
    }
    for (FrameSender sender : open) {
      if (sender.isStalled()) {
        threads.execute(sender::closeStalled);
      } else if (sender.isIdle()) {
        threads.execute(sender::closeIdle);
      }
    }
  }

  private void ping() {
    open.stream()
        .filter(FrameSender::claimPing)
        .forEach(sender -> threads.execute(sender::pingOrClose));
  }

  /** The way to send that suits the server, for whoever does his own waiting; hears the pongs. */
  public static FrameChannel channel(Session session) {
    FrameChannel channel = suitable(session);
    session.addMessageHandler(PongMessage.class, pong -> channel.pong(pong.getApplicationData()));
    return channel;
  }

  private static FrameChannel suitable(Session session) {
    boolean tyrus = session.getClass().getName().startsWith("org.glassfish.tyrus.");
    return tyrus ? new WriterChannel(session) : new AsyncChannel(session);
  }
}
