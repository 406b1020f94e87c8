package org.wenshu.client.ask;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.wenshu.client.RequestTimeoutException;
import org.wenshu.client.WenshuException;
import org.wenshu.client.transport.Failures;
import org.wenshu.client.transport.SocketClosed;
import org.wenshu.client.transport.Watchdog;

/**
 * One question on its way. A frame is read for each event that is wanted, so that a slow receiver
 * holds the server up and nothing piles up here. Whoever turns {@code reading} off goes on.
 */
final class AskExchange {
  /** How long is waited for a result from servers that may not send one (contract, 6.11). */
  private static final Duration GRACE = Duration.ofMillis(500);

  private final AskRequest request;
  private final EventSink sink;
  private final Connections connections;
  private final Watchdog watchdog;
  private final FrameReader reader = new FrameReader();
  private final AtomicLong demand = new AtomicLong();
  private final AtomicBoolean reading = new AtomicBoolean();
  private final AtomicBoolean finished = new AtomicBoolean();
  private final AtomicReference<AskConnection> connection = new AtomicReference<>();

  AskExchange(AskRequest request, EventSink sink, Connections connections) {
    this.request = request;
    this.sink = sink;
    this.connections = connections;
    this.watchdog = connections.watchdog(this::nothingCame);
  }

  void start() {
    var unused = connections.take().whenComplete(this::connected);
  }

  /** Wants so many events more. */
  void request(long events) {
    demand.accumulateAndGet(events, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
    readOn();
  }

  /** Stops the server's work, which is done by closing the connection. */
  void cancel() {
    if (finished.compareAndSet(false, true)) {
      watchdog.stop();
      release(false, "cancelled");
    }
  }

  private void connected(AskConnection opened, Throwable failure) {
    if (failure != null) {
      if (finished.compareAndSet(false, true)) {
        sink.failed(Failures.of("No connection", failure));
      }
      return;
    }
    connection.set(opened);
    if (finished.get()) {
      // Cancelled while connecting: nothing was asked, so the connection is as good as new.
      release(true, "");
      return;
    }
    var unused =
        opened
            .begin(this, request.toJson())
            .whenComplete(
                (sent, refused) -> {
                  if (refused != null) {
                    discardAndFail(Failures.of("The question was not sent", refused));
                  }
                });
    readOn();
  }

  private void readOn() {
    AskConnection open = connection.get();
    if (open == null || finished.get() || (demand.get() <= 0 && !reader.resultSeen())) {
      return;
    }
    if (reading.compareAndSet(false, true)) {
      watchdog.watch(patience());
      open.readOne();
    }
  }

  private Duration patience() {
    boolean over = reader.maybeEnded() && !connections.serverTellsEnd();
    return over ? GRACE : connections.answerTimeout();
  }

  /** A frame has come. */
  void frame(String text) {
    if (!reading.compareAndSet(true, false) || finished.get()) {
      return;
    }
    watchdog.pause();
    reader.read(text).ifPresent(this::tell);
    if (reader.ended()) {
      connections.serverToldEnd();
      complete(true);
    } else {
      readOn();
    }
  }

  /** The socket has ended, whoever ended it. */
  void closed(SocketClosed end) {
    boolean orderly = end.code() == 1000 && !connections.serverTellsEnd();
    if (reader.resultSeen() || (orderly && reader.maybeEnded() && demand.get() > 0)) {
      tellEnd();
      complete(false);
    } else {
      discardAndFail(end.asException());
    }
  }

  private void nothingCame() {
    if (!reading.compareAndSet(true, false)) {
      return;
    }
    if (reader.maybeEnded() && !connections.serverTellsEnd()) {
      tellEnd();
      complete(false);
    } else {
      discardAndFail(new RequestTimeoutException("answer", connections.answerTimeout()));
    }
  }

  private void tellEnd() {
    if (!reader.resultSeen()) {
      tell(reader.withoutResult());
    }
  }

  private void tell(AskEvent event) {
    if (!finished.get()) {
      demand.updateAndGet(left -> left == Long.MAX_VALUE ? left : left - 1);
      sink.event(event);
    }
  }

  private void complete(boolean reusable) {
    if (finished.compareAndSet(false, true)) {
      watchdog.stop();
      release(reusable, "");
      sink.completed();
    }
  }

  /** Several threads may come here; the first gives the connection up. */
  private void release(boolean reusable, String reason) {
    AskConnection held = connection.getAndSet(null);
    if (held == null) {
      return;
    }
    held.end();
    if (reusable) {
      connections.giveBack(held);
    } else {
      connections.discard(held, reason);
    }
  }

  private void discardAndFail(WenshuException failure) {
    if (finished.compareAndSet(false, true)) {
      watchdog.stop();
      release(false, "given up");
      sink.failed(failure);
    }
  }
}
