package org.wenshu.protocol.frames;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Hands texts over without waiting, as Undertow likes it: it puts many into one write. What was
 * handed over and not yet written stays within a window, because the server's queue has no bound.
 */
final class AsyncChannel implements FrameChannel {
  private static final int WINDOW_CHARS = 256 * 1024;

  private final Session session;
  private final Object flight = new Object();
  private Runnable resume = () -> {};
  private int unfinished;
  private long unfinishedChars;
  private long progressNanos;

  AsyncChannel(Session session) {
    this.session = session;
  }

  @Override
  public void text(String text) {
    begun(text.length());
    session.getAsyncRemote().sendText(text, result -> finished(text.length(), result));
  }

  @Override
  public void binary(byte[] bytes) {
    begun(bytes.length);
    session
        .getAsyncRemote()
        .sendBinary(ByteBuffer.wrap(bytes), result -> finished(bytes.length, result));
  }

  private void begun(int length) {
    synchronized (flight) {
      if (unfinished == 0) {
        progressNanos = System.nanoTime();
      }
      unfinished++;
      unfinishedChars += length;
    }
  }

  private void finished(int length, SendResult result) {
    Runnable reopened = () -> {};
    synchronized (flight) {
      boolean full = unfinishedChars >= WINDOW_CHARS;
      unfinished--;
      unfinishedChars -= length;
      progressNanos = System.nanoTime();
      if (full && unfinishedChars < WINDOW_CHARS && result.isOK()) {
        reopened = resume;
      }
    }
    reopened.run();
  }

  @Override
  public void ping() throws IOException {
    session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
  }

  @Override
  public boolean mayBlock() {
    return false;
  }

  @Override
  public boolean isWritable() {
    synchronized (flight) {
      return unfinishedChars < WINDOW_CHARS;
    }
  }

  @Override
  public void whenWritable(Runnable action) {
    synchronized (flight) {
      resume = action;
    }
  }

  @Override
  public long blockedNanos() {
    synchronized (flight) {
      return unfinished == 0 ? 0 : System.nanoTime() - progressNanos;
    }
  }

  @Override
  public void close(CloseReason reason) {
    SessionClosing.close(session, reason);
  }
}
