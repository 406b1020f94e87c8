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
 * either, and the ways that seem to wait do so for the container's queue, which holds four times
 * what the kernel does. What is on its way stays therefore within a window of our own.
 */
final class WriterChannel implements FrameChannel {
  private static final int LITTLE_MORE = 1024;

  private final Session session;
  private final Object sending = new Object();
  private Thread sender;
  private long sinceNanos;
  private final SendWindow window = new SendWindow();
  private volatile Runnable resume = () -> {};

  WriterChannel(Session session) {
    this.session = session;
  }

  @Override
  public void text(String text) throws IOException {
    begin();
    try {
      write(text);
      followUp(text.length());
    } finally {
      end();
    }
  }

  @Override
  public void binary(byte[] bytes) throws IOException {
    begin();
    try {
      RememberedServices.during(() -> session.getBasicRemote().sendBinary(ByteBuffer.wrap(bytes)));
      followUp(bytes.length);
    } finally {
      end();
    }
  }

  private void write(String text) throws IOException {
    try (Writer writer = session.getBasicRemote().getSendWriter()) {
      writer.write(text);
    }
  }

  private void followUp(int chars) throws IOException {
    if (window.sent(chars)) {
      sendPing();
    }
  }

  private void sendPing() throws IOException {
    RememberedServices.during(() -> session.getBasicRemote().sendPing(window.ping()));
  }

  @Override
  public void ping() throws IOException {
    begin();
    try {
      sendPing();
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
  public boolean mayBlockAt(int chars) {
    return window.isPingNear(chars + LITTLE_MORE);
  }

  @Override
  public boolean isWritable() {
    return window.hasRoom();
  }

  @Override
  public void whenWritable(Runnable action) {
    resume = action;
  }

  @Override
  public void pong(ByteBuffer carried) {
    if (window.pong(carried)) {
      resume.run();
    }
  }

  @Override
  public long blockedNanos() {
    synchronized (sending) {
      long sending = sender == null ? 0 : System.nanoTime() - sinceNanos;
      return Math.max(sending, window.blockedNanos());
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
