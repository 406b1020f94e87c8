package org.wenshu.client.transport;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.wenshu.client.Timeouts;

/**
 * An open WebSocket that takes and gives whole messages.
 *
 * <p><b>Sending.</b> Messages leave in the order in which they were given. Up to {@link
 * #QUEUE_BOUND} characters or bytes wait; beyond that a send fails with {@code
 * ClientBusyException}, except that one message always has a place.
 *
 * <p><b>Receiving.</b> Nothing is handed over until it was asked for with {@link #request}. One
 * message is read ahead; then reading stops, and the other side is held up.
 *
 * <p><b>Ending.</b> Open, then closing (after {@link #close(int, String)}: what was queued still
 * leaves, what arrives is dropped), then closed. The end is told once, to the listener and in
 * {@link #closed()}. A peer that does not confirm a close within {@link Timeouts#close} is cut off,
 * one from which nothing came for {@link Timeouts#silence} counts as gone: code 1006. That time
 * stands still while a message waits that nobody asked for.
 *
 * <p>All methods may be called by any thread, and none blocks. A socket has no thread of its own.
 */
public final class TextSocket implements AutoCloseable {
  /** How much may wait to be sent, in characters and bytes. */
  public static final long QUEUE_BOUND = 16L << 20;

  private static final int REASON_BYTES = 123;

  private final WebSocket socket;
  private final Outbox outbox;
  private final Inbox inbox;
  private final Timeouts timeouts;
  private final ScheduledExecutorService timers;
  private final CompletableFuture<SocketClosed> closed = new CompletableFuture<>();
  private final AtomicReference<SocketClosed> closing = new AtomicReference<>();
  private final Future<?> keepAlive;

  TextSocket(WebSocket socket, Inbox inbox, Timeouts timeouts, ScheduledExecutorService timers) {
    this.socket = socket;
    this.inbox = inbox;
    this.timeouts = timeouts;
    this.timers = timers;
    this.outbox = new Outbox(socket, QUEUE_BOUND);
    long pace = timeouts.ping().toNanos();
    this.keepAlive = timers.scheduleAtFixedRate(this::checkPulse, pace, pace, TimeUnit.NANOSECONDS);
  }

  /** Sends a text message; done once it was given to the network. */
  public CompletionStage<Void> send(String text) {
    return outbox.add(new Outgoing(text.length(), to -> to.sendText(text, true)));
  }

  /** Sends a binary message; the bytes must not change until it is done. */
  public CompletionStage<Void> send(ByteBuffer bytes) {
    return outbox.add(new Outgoing(bytes.remaining(), to -> to.sendBinary(bytes, true)));
  }

  /** Asks for so many further messages, at least 1; {@code Long.MAX_VALUE} for all. */
  public void request(long messages) {
    if (messages < 1) {
      throw new IllegalArgumentException("At least one message must be requested");
    }
    inbox.request(messages);
  }

  /** The sub-protocol that the server has chosen; empty if none. */
  public String subprotocol() {
    return socket.getSubprotocol();
  }

  /** Whether it is neither closing nor closed. */
  public boolean isOpen() {
    return closing.get() == null && !closed.isDone();
  }

  /** Done with the way in which the socket ended, once it has. */
  public CompletionStage<SocketClosed> closed() {
    return closed.copy();
  }

  /** Ends it in good order: {@code close(1000, "")}. Does not wait. */
  @Override
  public void close() {
    close(WebSocket.NORMAL_CLOSURE, "");
  }

  /**
   * Ends it with a code and a reason, after what waits to be sent. Only the first call counts. A
   * reason of more than 123 bytes is left out.
   *
   * @return the same as {@link #closed()}, done within {@link Timeouts#close}
   */
  public CompletionStage<SocketClosed> close(int code, String reason) {
    SocketClosed ours = SocketClosed.with(code, reason);
    if (!closed.isDone() && closing.compareAndSet(null, ours)) {
      String shown = reason.getBytes(StandardCharsets.UTF_8).length > REASON_BYTES ? "" : reason;
      var unused = outbox.add(new Outgoing(0, to -> to.sendClose(code, shown)));
      inbox.dropAll();
      later(timeouts.close(), () -> end(ours));
    }
    return closed();
  }

  /** Cuts it off without a word: code 1006 for this side. Does nothing when it has ended. */
  public void abort(String reason) {
    closing.compareAndSet(null, SocketClosed.with(SocketClosed.BROKEN, reason));
    inbox.dropAll();
    end(closing.get());
  }

  /** The other side closed it, confirmed our close, or the connection broke. */
  void ended(SocketClosed how) {
    SocketClosed ours = closing.get();
    if (how.cause().isEmpty()) {
      // The JDK confirms the close after this returns; then nothing may be left open.
      later(timeouts.close(), socket::abort);
    } else {
      socket.abort();
    }
    finish(ours == null ? how : ours);
  }

  private void end(SocketClosed how) {
    outbox.end(how.asException());
    socket.abort();
    finish(how);
  }

  private void finish(SocketClosed how) {
    keepAlive.cancel(false);
    if (closed.complete(how)) {
      outbox.end(how.asException());
      inbox.end(how);
    }
  }

  private void checkPulse() {
    if (inbox.silence() > timeouts.silence().toNanos()) {
      abort("nothing received for " + timeouts.silence());
      return;
    }
    try {
      var unused = socket.sendPing(ByteBuffer.allocate(0));
    } catch (IllegalStateException pending) {
      // The last ping is still on its way out; the silence will tell.
    }
  }

  private void later(Duration time, Runnable act) {
    try {
      var unused = timers.schedule(act, time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException over) {
      act.run();
    }
  }
}
