package org.wenshu.protocol.frames;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The only way to send on one connection. Thread-safe; never blocks the caller: frames wait in a
 * bounded queue, one thread at a time writes them in order. A client that leaves too much waiting,
 * or holds one send up for too long, is closed with 1013; one that answers no ping, with the code
 * of its dialect.
 */
public final class FrameSender {
  private static final Logger LOG = Logger.getLogger(FrameSender.class.getName());
  private static final int MAX_UNANSWERED_PINGS = 2;
  private static final int MOST_PUT_OFF_CHARS = 16 * 1024;

  /** On which thread it is written, and whether frames may leave together. */
  private enum Manner {
    /** A writer's, which may wait for the client. */
    WAITING,
    /** The sender's, one frame after the other. */
    PROMPTLY,
    /** The sender's, all that was put off together. */
    TOGETHER
  }

  private final FrameChannel channel;
  private final Writers writers;
  private final SenderConfig config;
  private final Conduct conduct;
  private final Runnable whenBroken;
  private final OutgoingQueue queue;
  private volatile Duration pingInterval;
  private long pingedNanos = System.nanoTime();
  private int unansweredPings;
  private volatile long heardNanos = System.nanoTime();
  private final PutOff putOff = new PutOff(() -> write(Manner.TOGETHER));

  /**
   * A sender on that channel.
   *
   * @param writers run the writing where the channel may block
   * @param whenBroken runs if the sender ends the connection by itself
   */
  FrameSender(
      FrameChannel channel,
      Writers writers,
      SenderConfig config,
      Conduct conduct,
      Runnable whenBroken) {
    this.channel = channel;
    this.writers = writers;
    this.config = config;
    this.conduct = conduct;
    this.whenBroken = whenBroken;
    this.pingInterval = config.pingInterval();
    this.queue = new OutgoingQueue(Math.max(config.maxWaitingChars(), conduct.maxWaitingChars()));
    channel.whenWritable(this::resume);
  }

  /**
   * Sends after everything sent before; does nothing once the connection is closed. What a {@link
   * org.wenshu.question.BusyThread} sends it writes itself, as far as that does not wait for the
   * client, before it waits for something else, and within a tenth of a second.
   */
  public void send(Outgoing outgoing) {
    switch (queue.offer(outgoing)) {
      case WRITER_NEEDED -> wake(outgoing.patience());
      case QUEUED -> join();
      case FULL -> breakOff(tooSlow());
      case CLOSED -> {}
    }
    if (putOff.isPending() && queue.waitingChars() >= MOST_PUT_OFF_CHARS) {
      putOff.end();
    }
  }

  /**
   * Sends like {@link #send}, on the calling thread as far as that does not wait for the client:
   * for senders of many short frames to many clients, to whom a change of threads costs more than
   * the frame.
   */
  public void sendPromptly(Outgoing outgoing) {
    switch (queue.offer(outgoing)) {
      case WRITER_NEEDED -> write(Manner.PROMPTLY);
      case QUEUED -> join();
      case FULL -> breakOff(tooSlow());
      case CLOSED -> {}
    }
  }

  /** Closes a client that leaves too much waiting. Never throws. */
  public void tooMuchWaits() {
    breakOff(tooSlow());
  }

  /** Notes that something was heard of the client. */
  public void heard() {
    heardNanos = System.nanoTime();
  }

  /** Pings at another interval than all do, from now on. */
  public void pingEvery(Duration interval) {
    pingInterval = interval;
  }

  /** Drops what waits and closes the connection. Never throws. */
  public void close(CloseReason reason) {
    if (queue.close()) {
      channel.close(reason);
    }
  }

  /** Drops what waits and closes the connection, because the server stops. Never throws. */
  void leave() {
    close(new CloseReason(conduct.leaving(), "The server shuts down"));
  }

  /** Notes that the connection is gone; what waits is dropped. */
  public void gone() {
    queue.close();
  }

  /** Notes the answer to a ping, with what the ping carried. */
  void pong(ByteBuffer carried) {
    heard();
    channel.pong(carried);
    synchronized (this) {
      unansweredPings = 0;
    }
  }

  /** Whether it is time for the next ping; true only once for each. */
  synchronized boolean claimPing() {
    long now = System.nanoTime();
    boolean due = now - pingedNanos >= pingInterval.toNanos();
    pingedNanos = due ? now : pingedNanos;
    return due;
  }

  /** Pings, or closes a client that has left the last two pings unanswered. */
  void pingOrClose() {
    boolean silent;
    synchronized (this) {
      silent = conduct.idleTimeout().isZero() && unansweredPings >= maxUnansweredPings();
      unansweredPings++;
    }
    if (silent) {
      breakOff(new CloseReason(conduct.leaving(), "The client answers no pings"));
    } else {
      send(PING);
    }
  }

  /** Whether the client has held up a send for too long. */
  boolean isStalled() {
    long patience = Math.max(config.stallTimeout().toNanos(), conduct.patience().toNanos());
    return channel.blockedNanos() > patience;
  }

  /** Whether a send waits for the client at this moment. */
  boolean isBlocked() {
    return channel.blockedNanos() > 0;
  }

  /** Whether nothing was heard of the client for too long. */
  boolean isIdle() {
    Duration limit = conduct.idleTimeout();
    return !limit.isZero() && System.nanoTime() - heardNanos > limit.toNanos();
  }

  /** Closes a client that is stalled. May block where the server's close does. */
  void closeStalled() {
    breakOff(tooSlow());
  }

  /** Closes a client that is idle. May block where the server's close does. */
  void closeIdle() {
    breakOff(new CloseReason(conduct.leaving(), "Connection timeout"));
  }

  private CloseReason tooSlow() {
    return new CloseReason(CloseCodes.TRY_AGAIN_LATER, conduct.tooSlow());
  }

  private long maxUnansweredPings() {
    long interval = Math.max(1, pingInterval.toMillis());
    return Math.max(MAX_UNANSWERED_PINGS, conduct.patience().toMillis() / interval);
  }

  private void resume() {
    if (queue.claimWriter()) {
      wake(Duration.ZERO);
    }
  }

  private void wake(Duration patience) {
    if (!patience.isZero()) {
      writers.schedule(this::write, patience);
    } else if (!channel.mayBlock()) {
      write();
    } else if (!putOff.begin()) {
      writers.execute(this::write);
    }
  }

  /** Nobody waits for what somebody else has put off. */
  private void join() {
    if (putOff.joinOrTake()) {
      writers.execute(this::write);
    }
  }

  /** Has written what a thread put off that waits without having said so. */
  void takeOver() {
    if (putOff.takeOverdue()) {
      writers.execute(this::write);
    }
  }

  private void write() {
    write(Manner.WAITING);
  }

  /** As the only writer; hands over to another thread where the sender's would have to wait. */
  private void write(Manner manner) {
    try {
      writeWaiting(manner);
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.FINE, "The connection broke while sending", e);
      breakOff(new CloseReason(conduct.leaving(), "Sending failed"));
    }
  }

  private void writeWaiting(Manner manner) throws IOException {
    Runnable afterwards = () -> {};
    try {
      while (true) {
        if (manner != Manner.WAITING && needsWriter()) {
          afterwards = () -> writers.execute(this::write);
          return;
        }
        Outgoing next = queue.poll(channel);
        if (next == null) {
          return;
        }
        channel.followed(manner != Manner.PROMPTLY && next.pause().isZero() && queue.textFollows());
        next.writeTo(channel);
        if (!next.pause().isZero()) {
          afterwards = () -> writers.schedule(this::write, next.pause());
          return;
        }
      }
    } finally {
      channel.settle();
      afterwards.run();
    }
  }

  /** A thread that is interrupted while it writes would cut the line. */
  private boolean needsWriter() {
    return channel.mayBlockAt(queue.nextChars()) || Thread.currentThread().isInterrupted();
  }

  private void breakOff(CloseReason reason) {
    if (queue.close()) {
      LOG.log(Level.INFO, "Closing a connection: {0}", reason.getReasonPhrase());
      channel.close(reason);
      whenBroken.run();
    }
  }

  private static final Outgoing PING =
      new Outgoing() {
        @Override
        public int length() {
          return 0;
        }

        /** Pings wait for the client where any text does. */
        @Override
        public int mostChars() {
          return 1 << 20;
        }

        @Override
        public void writeTo(FrameChannel channel) throws IOException {
          channel.ping();
        }
      };
}
