package org.wenshu.protocol.frames;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;

/**
 * Sends through the session's writer, which blocks. On Tyrus this avoids the idle timer that every
 * other way of sending re-arms, at seven times the cost of the frame itself.
 */
final class WriterChannel implements FrameChannel {
  private final Session session;
  private final Object sending = new Object();
  private Thread sender;
  private long sinceNanos;

  WriterChannel(Session session) {
    this.session = session;
  }

  @Override
  public void text(String text) throws IOException {
    begin();
    try (Writer writer = session.getBasicRemote().getSendWriter()) {
      writer.write(text);
    } finally {
      end();
    }
  }

  @Override
  public void ping() throws IOException {
    begin();
    try {
      session.getBasicRemote().sendPing(ByteBuffer.allocate(0));
    } finally {
      end();
    }
  }

  private void begin() {
    synchronized (sending) {
      sender = Thread.currentThread();
      sinceNanos = System.nanoTime();
    }
  }

  /** Forgets the thread, and an interrupt that came for a send which then ended by itself. */
  private void end() {
    synchronized (sending) {
      if (sender == null) {
        Thread.interrupted();
      }
      sender = null;
    }
  }

  @Override
  public boolean mayBlock() {
    return true;
  }

  @Override
  public boolean isWritable() {
    return true;
  }

  @Override
  public void whenWritable(Runnable resume) {
    // Always writable: who hands over waits.
  }

  @Override
  public long blockedNanos() {
    synchronized (sending) {
      return sender == null ? 0 : System.nanoTime() - sinceNanos;
    }
  }

  @Override
  public void close(CloseReason reason) {
    synchronized (sending) {
      if (sender != null && sender != Thread.currentThread()) {
        sender.interrupt();
        sender = null;
      }
    }
    SessionClosing.close(session, reason);
  }
}
