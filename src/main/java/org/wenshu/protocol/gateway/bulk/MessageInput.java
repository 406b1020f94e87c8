package org.wenshu.protocol.gateway.bulk;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The messages of a WebSocket's client, one after the other, each a stream of its own: whatever its
 * length, only a buffer of it is held. Pings are answered as they are met (RFC 6455, section 5).
 * For one thread.
 */
final class MessageInput extends InputStream {
  private static final Logger LOG = Logger.getLogger(MessageInput.class.getName());
  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int FIN = 0x80;
  private static final int RESERVED = 0x70;
  private static final int MASK = 0x80;
  private static final int MAX_CONTROL = 125;
  private static final int LENGTH_OF_TWO = 126;
  private static final int LENGTH_OF_EIGHT = 127;
  private static final int BUFFER = 1 << 16;

  private final DataInputStream in;
  private final SocketOutput out;
  private final long maxBytes;
  private final byte[] key = new byte[4];
  private final byte[] skipped = new byte[8192];
  private int keyAt;
  private long left;
  private long length;
  private boolean last = true;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile long heardNanos = System.nanoTime();

  /** Reads from that stream; answers go to the output. */
  MessageInput(InputStream in, SocketOutput out, long maxBytes) {
    this.in = new DataInputStream(new BufferedInputStream(new PatientInput(in), BUFFER));
    this.out = out;
    this.maxBytes = maxBytes;
  }

  /** The client breaks the protocol, or sends more than is taken. */
  static final class Violation extends IOException {
    private static final long serialVersionUID = 1L;

    private final int code;

    Violation(int code, String reason) {
      super(reason);
      this.code = code;
    }

    /** The code to close with. */
    int code() {
      return code;
    }
  }

  /**
   * Goes on to the next message, which is then read from this stream; what is left of the one
   * before is skipped.
   *
   * @return false when the client has closed
   */
  boolean next() throws IOException {
    while (left > 0 || !last) {
      int unused = read(skipped, 0, skipped.length);
    }
    length = 0;
    return nextFrame(TEXT);
  }

  /** Reads what else the client sends, and forgets it, until it leaves. */
  void discard() {
    try {
      while (in.read(skipped) >= 0) {
        heardNanos = System.nanoTime();
      }
    } catch (IOException left) {
      LOG.log(Level.FINE, "The client has left", left);
    } finally {
      ended.countDown();
    }
  }

  /** Waits so long for the client to leave. */
  void awaitEnd(Duration atMost) {
    try {
      boolean unused = ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How long ago the last frame came, in nanoseconds; may be asked by any thread. */
  long silentNanos() {
    return System.nanoTime() - heardNanos;
  }

  /** How long the message is so far. */
  long length() {
    return length;
  }

  /** Reads the head of the next data frame, answering the control frames before it. */
  private boolean nextFrame(int expected) throws IOException {
    while (true) {
      int first = in.readUnsignedByte();
      int second = in.readUnsignedByte();
      int opcode = first & 0xf;
      if ((first & RESERVED) != 0 || (second & MASK) == 0) {
        throw new Violation(1002, "Frames are masked and have no extensions");
      }
      long size = size(second & ~MASK);
      in.readFully(key);
      keyAt = 0;
      heardNanos = System.nanoTime();
      if (opcode >= CLOSE) {
        if (size > MAX_CONTROL || (first & FIN) == 0) {
          throw new Violation(1002, "The control frame is too long");
        }
        if (!control(opcode, (int) size)) {
          return false;
        }
        continue;
      }
      boolean fits =
          expected == CONTINUATION ? opcode == CONTINUATION : opcode == TEXT || opcode == BINARY;
      if (!fits) {
        throw new Violation(1002, "The frame does not belong to a message");
      }
      length += size;
      if (size < 0 || length > maxBytes) {
        throw new Violation(1009, "The message is too long");
      }
      left = size;
      last = (first & FIN) != 0;
      return true;
    }
  }

  private long size(int stated) throws IOException {
    if (stated == LENGTH_OF_TWO) {
      return in.readUnsignedShort();
    }
    return stated == LENGTH_OF_EIGHT ? in.readLong() : stated;
  }

  /** Returns false for a close frame. */
  private boolean control(int opcode, int size) throws IOException {
    byte[] payload = new byte[size];
    in.readFully(payload);
    for (int i = 0; i < size; i++) {
      payload[i] ^= key[i & 3];
    }
    if (opcode == PING) {
      out.pong(payload);
    }
    if (opcode > PONG) {
      throw new Violation(1002, "The control frame is unknown");
    }
    return opcode != CLOSE;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** The end of the stream is the end of the message. */
  @Override
  public int read(byte[] buffer, int offset, int wanted) throws IOException {
    while (left == 0) {
      if (last) {
        return -1;
      }
      if (!nextFrame(CONTINUATION)) {
        throw new Violation(1002, "The message was not finished");
      }
    }
    int read = in.read(buffer, offset, (int) Math.min(wanted, left));
    if (read < 0) {
      throw new java.io.EOFException("The client left in the middle of a message");
    }
    unmask(buffer, offset, offset + read);
    left -= read;
    return read;
  }

  /** Four bytes a turn, because this touches every byte that is imported. */
  private void unmask(byte[] bytes, int from, int to) {
    byte a = key[keyAt & 3];
    byte b = key[keyAt + 1 & 3];
    byte c = key[keyAt + 2 & 3];
    byte d = key[keyAt + 3 & 3];
    int i = from;
    for (; i < to - 3; i += 4) {
      bytes[i] ^= a;
      bytes[i + 1] ^= b;
      bytes[i + 2] ^= c;
      bytes[i + 3] ^= d;
    }
    for (; i < to; i++) {
      bytes[i] ^= key[keyAt + i - from & 3];
    }
    keyAt = keyAt + to - from & 3;
  }
}
