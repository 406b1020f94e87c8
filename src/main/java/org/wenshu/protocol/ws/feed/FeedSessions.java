package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.protocol.frames.FrameSender;
import org.wenshu.security.Caller;
import org.wenshu.security.Identity;

/** All connections that use the feed, and the clock of their windows. Thread-safe. */
public final class FeedSessions implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(FeedSessions.class.getName());
  private static final long SECOND_MILLIS = 1_000;
  private static final long BATCH_MILLIS = 100;
  private static final long FAREWELL_NANOS = 2_000_000_000L;
  private static final long FAREWELL_MILLIS = 20;
  private static final CloseReason ASKED_TO_LEAVE =
      new CloseReason(CloseCodes.NORMAL_CLOSURE, "Closed by an administrator");

  private final FeedServices services;
  private final Map<String, FeedSession> open = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor clock;
  private long lastSecond;
  private long heartbeats;
  private volatile boolean closing;

  FeedSessions(FeedServices services, ThreadFactory threads) {
    this.services = services;
    this.clock = new ScheduledThreadPoolExecutor(1, threads);
    long now = services.clock().millis();
    this.lastSecond = now / SECOND_MILLIS;
    var unused =
        clock.scheduleAtFixedRate(
            this::second,
            SECOND_MILLIS - now % SECOND_MILLIS,
            SECOND_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  /**
   * Begins to serve a connection.
   *
   * @param symbol whose quotes it wants from the start
   */
  public FeedSession open(FrameSender sender, Identity identity, Optional<String> symbol) {
    FeedSession session = new FeedSession(services, sender, identity, symbol);
    open.put(session.clientId(), session);
    services.counters().connected();
    return session;
  }

  /** Forgets a connection that is gone. */
  public void forget(FeedSession session) {
    open.remove(session.clientId());
    session.close();
  }

  /** How many there are. */
  public int size() {
    return open.size();
  }

  /** How many of them belong to that caller. */
  long countOf(Caller caller) {
    return open.values().stream().filter(session -> session.caller().equals(caller)).count();
  }

  Collection<FeedSession> all() {
    return open.values();
  }

  /** Every second of the wall clock that has passed, so that a late clock skips no window. */
  private void second() {
    try {
      long now = services.clock().millis() / SECOND_MILLIS;
      for (long second = Math.max(lastSecond + 1, now - 1); second <= now; second++) {
        for (FeedSession session : open.values()) {
          session.windowEnds(second);
        }
      }
      lastSecond = now;
      services.hub().closeBars();
      if (now % Math.max(1, services.config().heartbeatInterval().toSeconds()) == 0) {
        heartbeats++;
        open.values().forEach(session -> session.heartbeat(heartbeats));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A window of the feed failed; going on", e);
    }
  }

  /** Tells everybody of a source. */
  void sourceChanged(String source, boolean up) {
    ObjectNode details = JsonNodeFactory.instance.objectNode().put("source", source);
    broadcast(
        up ? "data_source_up" : "data_source_down",
        up ? "info" : "error",
        up ? "数据源已恢复" : "数据源暂不可用",
        details);
  }

  /** Tells everybody of rows that nobody could read. */
  public void gap(String source) {
    ObjectNode details = JsonNodeFactory.instance.objectNode().put("source", source);
    broadcast("gap", "warning", "数据源的部分变更已无法读取", details);
  }

  /** Runs it when a batch has had its time to gather. */
  void afterBatching(Runnable flush) {
    try {
      var unused = clock.schedule(flush, BATCH_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException stopped) {
      LOG.log(Level.FINE, "The server stops; what has gathered is not sent", stopped);
    }
  }

  void broadcast(String type, String severity, String message, ObjectNode details) {
    open.values().forEach(session -> session.status(type, severity, message, details));
  }

  /** Tells a client that it is to leave, and half a second later ends its connection. */
  boolean disconnect(String clientId) {
    FeedSession session = open.get(clientId);
    if (session == null) {
      return false;
    }
    ObjectNode details = JsonNodeFactory.instance.objectNode();
    session.status("disconnect_notice", "warning", "连接将被管理员断开", details);
    disconnectSoon(session, ASKED_TO_LEAVE);
    return true;
  }

  /** Ends the connection when what was just sent had half a second to arrive. */
  void disconnectSoon(FeedSession session, CloseReason reason) {
    try {
      var unused =
          clock.schedule(
              () -> session.disconnect(reason), SECOND_MILLIS / 2, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException stopped) {
      LOG.log(Level.FINE, "The server stops; everybody is disconnected", stopped);
    }
  }

  /** Whether the server stops, so that nobody should come any more. */
  public boolean isClosing() {
    return closing;
  }

  /** Tells everybody that the server stops; connections are closed by whoever owns them. */
  public void announceShutdown() {
    closing = true;
    clock.shutdownNow();
    ObjectNode details = JsonNodeFactory.instance.objectNode().put("reconnect_after", 5);
    broadcast("server_shutdown", "warning", "Server is shutting down gracefully", details);
    awaitSent();
  }

  /** What waits may still go out, for two seconds at most. */
  private void awaitSent() {
    long end = System.nanoTime() + FAREWELL_NANOS;
    try {
      while (open.values().stream().anyMatch(FeedSession::isSending) && System.nanoTime() < end) {
        Thread.sleep(FAREWELL_MILLIS);
      }
      Thread.sleep(FAREWELL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The connections as a list, for those who may see them. */
  List<FeedSession> snapshot() {
    return List.copyOf(open.values());
  }

  @Override
  public void close() {
    clock.shutdownNow();
    open.values().forEach(FeedSession::close);
    open.clear();
  }
}
