package org.wenshu.client.transport;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What comes in: puts fragments together, hands a message over for each one asked for, and tells
 * the end. One message is read ahead, so that pongs and the end are noticed while nobody asks for
 * anything; while it waits nothing is read, which is what the other side feels as back-pressure.
 */
final class Inbox implements WebSocket.Listener {
  private static final Logger LOG = Logger.getLogger(Inbox.class.getName());

  private final int limit;
  private final Consumer<SocketClosed> onEnd;
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
  private final AtomicLong demand = new AtomicLong();
  private final AtomicInteger work = new AtomicInteger();
  private final SocketListener listener;
  private volatile TextSocket owner;
  private SocketClosed early;
  private volatile WebSocket socket;
  private volatile Object held;
  private volatile SocketClosed end;
  private volatile boolean dropping;
  private volatile long heardAt = System.nanoTime();
  private boolean told;

  Inbox(SocketListener listener, int limit, Consumer<SocketClosed> onEnd) {
    this.listener = listener;
    this.limit = limit;
    this.onEnd = onEnd;
  }

  /** Reading starts once there is somebody to tell. */
  void start(TextSocket newOwner, WebSocket opened) {
    SocketClosed ended;
    synchronized (this) {
      socket = opened;
      owner = newOwner;
      ended = early;
    }
    if (ended == null) {
      opened.request(1);
    } else {
      onEnd.accept(ended);
    }
  }

  void request(long messages) {
    demand.accumulateAndGet(messages, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
    drain();
  }

  /** Nothing more is told but the end. */
  void dropAll() {
    dropping = true;
    if (held != null) {
      drain();
    }
  }

  /** The last thing that is told. */
  void end(SocketClosed how) {
    end = how;
    drain();
  }

  /** How long nothing was received, in nanoseconds; 0 while nothing is read. */
  long silence() {
    return held == null ? System.nanoTime() - heardAt : 0;
  }

  @Override
  public void onOpen(WebSocket opened) {
    // Reading starts in start().
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    heardAt = System.nanoTime();
    if (dropping || exceeds((long) text.length() + data.length())) {
      from.request(1);
      return null;
    }
    if (last && text.isEmpty()) {
      hold(data.toString());
      return null;
    }
    text.append(data);
    if (last) {
      String whole = text.toString();
      text.setLength(0);
      text.trimToSize();
      hold(whole);
    } else {
      from.request(1);
    }
    return null;
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    heardAt = System.nanoTime();
    if (dropping || exceeds((long) bytes.size() + data.remaining())) {
      from.request(1);
      return null;
    }
    byte[] piece = new byte[data.remaining()];
    data.get(piece);
    bytes.write(piece, 0, piece.length);
    if (last) {
      byte[] whole = bytes.toByteArray();
      bytes.reset();
      hold(ByteBuffer.wrap(whole));
    } else {
      from.request(1);
    }
    return null;
  }

  @Override
  public CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
    return controlFrame(from);
  }

  @Override
  public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
    return controlFrame(from);
  }

  private CompletionStage<?> controlFrame(WebSocket from) {
    heardAt = System.nanoTime();
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    ended(SocketClosed.with(code, reason));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    ended(SocketClosed.broken("the connection broke", error));
  }

  private void ended(SocketClosed how) {
    synchronized (this) {
      if (owner == null) {
        early = how;
        return;
      }
    }
    onEnd.accept(how);
  }

  private boolean exceeds(long size) {
    if (size <= limit) {
      return false;
    }
    text.setLength(0);
    bytes.reset();
    dropping = true;
    owner.close(1009, "message too big");
    return true;
  }

  private void hold(Object message) {
    held = message;
    drain();
  }

  /** One thread at a time hands over; others leave word that there is more to do. */
  private void drain() {
    if (work.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      while (held != null && !told && (dropping || demand.get() > 0)) {
        handOver();
      }
      if (end != null && !told && (held == null || dropping)) {
        told = true;
        held = null;
        tell(() -> listener.onClosed(owner, end));
      }
      seen = work.addAndGet(-seen);
    } while (seen != 0);
  }

  private void handOver() {
    Object message = held;
    held = null;
    heardAt = System.nanoTime();
    if (!dropping) {
      demand.updateAndGet(left -> left == Long.MAX_VALUE ? left : left - 1);
      if (message instanceof String whole) {
        tell(() -> listener.onText(owner, whole));
      } else {
        tell(() -> listener.onBinary(owner, (ByteBuffer) message));
      }
    }
    socket.request(1);
  }

  /** A listener that fails must not leave the socket without anybody who reads it. */
  private void tell(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "A listener failed; its socket is closed", failed);
      owner.close(1011, "listener failed");
    }
  }
}
