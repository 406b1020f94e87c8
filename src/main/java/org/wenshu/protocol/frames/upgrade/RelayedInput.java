package org.wenshu.protocol.frames.upgrade;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** The container's input, but for whom it tells of what has come. */
final class RelayedInput extends ServletInputStream {
  private static final int PIECE = 4096;

  private final ServletInputStream input;
  private final Parting parting = new Parting();
  private volatile RelayedListener listener;
  private volatile boolean ended;
  private volatile boolean lingering;

  RelayedInput(ServletInputStream input) {
    this.input = input;
  }

  @Override
  public void setReadListener(ReadListener heard) {
    listener = new RelayedListener(heard, this);
    input.setReadListener(listener);
  }

  void letGo() {
    RelayedListener last = listener;
    if (last != null) {
      last.letGo();
    }
  }

  /** Whether the client sends nothing more: it has sent its close frame, or has left. */
  boolean hasParted() {
    return ended || parting.hasCome() || listener == null;
  }

  void end() {
    ended = true;
  }

  /** What comes from now on is thrown away; when the client has parted, the stay ends. */
  void linger(Lingering.Stay stay) {
    lingering = true;
    listener.linger(stay);
    if (hasParted()) {
      stay.end();
    }
  }

  @Override
  public boolean isFinished() {
    return input.isFinished();
  }

  /** A reader that has closed the connection finds nothing more. */
  @Override
  public boolean isReady() {
    return !lingering && input.isReady();
  }

  /** Throws away what has come, and ends the stay when that was the last. */
  void throwAway(Lingering.Stay stay) throws IOException {
    byte[] bytes = new byte[PIECE];
    while (!hasParted() && input.isReady() && read(bytes, 0, bytes.length) >= 0) {
      stay.heard();
    }
    if (hasParted()) {
      stay.end();
    }
  }

  @Override
  public int available() throws IOException {
    return input.available();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = input.read(bytes, from, length);
    if (count < 0) {
      ended = true;
    } else {
      parting.read(bytes, from, count);
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
