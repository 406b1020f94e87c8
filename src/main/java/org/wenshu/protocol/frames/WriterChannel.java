package org.wenshu.protocol.frames;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import org.wenshu.protocol.frames.upgrade.Gathering;
import org.wenshu.protocol.frames.upgrade.RememberedServices;

/**
 * Sends through the session's writer. On Tyrus this avoids the idle timer that every other way of
 * sending re-arms, at seven times the cost of the frame itself. But it does not wait for the client
 * either, so from time to time a text takes the way that does: what the server holds for a client
 * that does not read stays within a window.
 */
final class WriterChannel implements FrameChannel {
  private static final int WINDOW_CHARS = 64 * 1024;

  private final Session session;
  private final Object sending = new Object();
  private Thread sender;
  private long sinceNanos;
  private int unconfirmedChars;

  WriterChannel(Session session) {
    this.session = session;
  }

  @Override
  public void text(String text) throws IOException {
    begin();
    try {
      unconfirmedChars += text.length();
      if (unconfirmedChars < WINDOW_CHARS) {
        sendUnconfirmed(text);
      } else {
        RememberedServices.during(() -> session.getBasicRemote().sendText(text));
        unconfirmedChars = 0;
      }
    } finally {
      end();
    }
  }

  @Override
  public void binary(byte[] bytes) throws IOException {
    begin();
    try {
      RememberedServices.during(() -> session.getBasicRemote().sendBinary(ByteBuffer.wrap(bytes)));
      unconfirmedChars = 0;
    } finally {
      end();
    }
  }

  private void sendUnconfirmed(String text) throws IOException {
    try (Writer writer = session.getBasicRemote().getSendWriter()) {
      writer.write(text);
    }
  }

  @Override
  public void ping() throws IOException {
    begin();
    try {
      RememberedServices.during(() -> session.getBasicRemote().sendPing(ByteBuffer.allocate(0)));
    } finally {
      end();
    }
  }

  @Override
  public void followed(boolean byMore) {
    Gathering.followed(byMore);
  }

  @Override
  public void settle() throws IOException {
    begin();
    try {
      Gathering.end();
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
  public boolean mayBlockNow() {
    return unconfirmedChars + 2 * PROMPT_CHARS > WINDOW_CHARS;
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

  /** The thread is let go last: interrupted in the middle of a write it would cut the line. */
  @Override
  public void close(CloseReason reason) {
    SessionClosing.close(session, reason);
    synchronized (sending) {
      if (sender != null && sender != Thread.currentThread()) {
        sender.interrupt();
        sender = null;
      }
    }
  }
}
