package org.wenshu.protocol.frames;

import jakarta.websocket.CloseReason;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A channel in memory that keeps what is sent, and can be held shut. Never blocks. */
public final class RecordingChannel implements FrameChannel {
  private final List<String> frames = new CopyOnWriteArrayList<>();
  private final List<String> followed = new CopyOnWriteArrayList<>();
  private final List<CloseReason> closings = new CopyOnWriteArrayList<>();
  private volatile boolean writable = true;
  private volatile boolean moreFollows;
  private volatile boolean mayBlock;
  private volatile int unlessUpTo = Integer.MAX_VALUE;
  private final AtomicInteger writing = new AtomicInteger();
  private final AtomicInteger mostWriting = new AtomicInteger();
  private volatile long blockedNanos;
  private volatile Runnable resume = () -> {};
  private final AtomicInteger settled = new AtomicInteger();
  private final AtomicInteger pings = new AtomicInteger();

  /** The texts sent so far. */
  public List<String> frames() {
    return frames;
  }

  /** Those texts that may leave with the next. */
  List<String> followed() {
    return followed;
  }

  /** The reasons it was closed for. */
  public List<CloseReason> closings() {
    return closings;
  }

  /** Stops taking texts. */
  public void shut() {
    writable = false;
  }

  /** Takes texts again. */
  public void reopen() {
    writable = true;
    resume.run();
  }

  /** Wants to be written to by threads that may wait, but for texts of up to so many characters. */
  void needThread(int chars) {
    mayBlock = true;
    unlessUpTo = chars;
  }

  /** How many threads have written at the same time at most. */
  int mostAtOnce() {
    return mostWriting.get();
  }

  void blockFor(long nanos) {
    blockedNanos = nanos;
  }

  /** How many texts had been sent when nothing was left waiting. */
  int settled() {
    return settled.get();
  }

  int pings() {
    return pings.get();
  }

  @Override
  public void text(String text) {
    int now = writing.incrementAndGet();
    mostWriting.accumulateAndGet(now, Math::max);
    frames.add(text);
    writing.decrementAndGet();
    if (moreFollows) {
      followed.add(text);
    }
  }

  @Override
  public void followed(boolean byMore) {
    moreFollows = byMore;
  }

  @Override
  public void settle() {
    settled.set(frames.size());
  }

  @Override
  public void binary(byte[] bytes) {
    frames.add(bytes.length + " bytes");
  }

  @Override
  public void ping() {
    pings.incrementAndGet();
  }

  @Override
  public boolean mayBlock() {
    return mayBlock;
  }

  @Override
  public boolean mayBlockAt(int chars) {
    return chars > unlessUpTo;
  }

  @Override
  public boolean isWritable() {
    return writable;
  }

  @Override
  public void whenWritable(Runnable action) {
    resume = action;
  }

  @Override
  public long blockedNanos() {
    return blockedNanos;
  }

  @Override
  public void close(CloseReason reason) {
    closings.add(reason);
  }
}
