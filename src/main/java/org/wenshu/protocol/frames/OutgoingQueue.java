package org.wenshu.protocol.frames;

import java.util.ArrayDeque;

/** What waits to be sent on one connection, and whether somebody is writing it. Thread-safe. */
final class OutgoingQueue {
  /** What became of an offer. */
  enum Offer {
    /** Nobody is writing: the caller has to see to it. */
    WRITER_NEEDED,
    QUEUED,
    FULL,
    CLOSED
  }

  private final ArrayDeque<Outgoing> waiting = new ArrayDeque<>();
  private final int maxChars;
  private long waitingChars;
  private boolean writing;
  private boolean closed;

  OutgoingQueue(int maxChars) {
    this.maxChars = maxChars;
  }

  /**
   * Adds to the end, merging with the last where that is possible. Full is a queue that holds its
   * maximum already, so one answer longer than the maximum still fits.
   */
  synchronized Offer offer(Outgoing outgoing) {
    if (closed) {
      return Offer.CLOSED;
    }
    if (waitingChars >= maxChars) {
      return Offer.FULL;
    }
    waitingChars += outgoing.length();
    Outgoing last = waiting.peekLast();
    if (last == null || !last.absorb(outgoing)) {
      waiting.add(outgoing);
    }
    return claimWriter() ? Offer.WRITER_NEEDED : Offer.QUEUED;
  }

  /** Makes the caller the writer, unless there is one or nothing to write. */
  synchronized boolean claimWriter() {
    if (writing || closed || waiting.isEmpty()) {
      return false;
    }
    writing = true;
    return true;
  }

  /** The next to be written; null releases the writer. */
  synchronized Outgoing poll(FrameChannel channel) {
    Outgoing next = closed || !channel.isWritable() ? null : waiting.poll();
    if (next == null) {
      writing = false;
    } else {
      waitingChars -= next.length();
    }
    return next;
  }

  /** How many characters the next may write; 0 when nothing waits. */
  synchronized int nextChars() {
    Outgoing next = waiting.peek();
    return next == null ? 0 : next.mostChars();
  }

  /** How many characters wait. */
  synchronized long waitingChars() {
    return waitingChars;
  }

  /** Whether what comes after what is being written is more than an action or a ping. */
  synchronized boolean textFollows() {
    Outgoing next = waiting.peek();
    return next != null && next.length() > 0;
  }

  /** Drops everything; false when that was done before. */
  synchronized boolean close() {
    boolean first = !closed;
    closed = true;
    waiting.clear();
    return first;
  }
}
