package org.wenshu.protocol.gateway.bulk;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import org.wenshu.protocol.frames.FrameChannel;
import org.wenshu.protocol.frames.FrameSenders;

/** Sends one frame after the other and waits for clients that read slowly. */
final class ExportChannel {
  private final FrameChannel channel;
  private final Duration patience;
  private boolean gone;
  private boolean woken;

  /** A channel that waits so long for a client that does not read at all. */
  ExportChannel(Session session, Duration patience) {
    this.channel = FrameSenders.channel(session);
    this.patience = patience;
    channel.whenWritable(this::signal);
  }

  /** Sends when there is room. */
  void send(String text) throws IOException {
    awaitRoom();
    channel.text(text);
  }

  private synchronized void awaitRoom() throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (!gone && !woken && !channel.isWritable()) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new IOException("The client does not read");
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
    if (gone || woken) {
      throw new IOException("The socket is to be closed");
    }
  }

  private synchronized void signal() {
    notifyAll();
  }

  /** Ends waiting; nothing more is sent. */
  synchronized void wake() {
    woken = true;
    notifyAll();
  }

  /** The client has left. */
  synchronized void gone() {
    gone = true;
    notifyAll();
  }

  void close(CloseReason reason) {
    channel.close(reason);
  }
}
