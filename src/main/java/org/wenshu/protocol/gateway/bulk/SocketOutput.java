package org.wenshu.protocol.gateway.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What is sent on a WebSocket, a frame at a time (RFC 6455, section 5). Thread-safe. */
final class SocketOutput {
  private static final int FIN = 0x80;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PONG = 10;
  private static final int LENGTH_OF_TWO = 126;
  private static final int LENGTH_OF_EIGHT = 127;
  private static final int MAX_HEAD = 10;

  private final OutputStream out;
  private boolean closed;

  SocketOutput(OutputStream out) {
    this.out = out;
  }

  /** Sends what servers hold back until something is written: the answer to the handshake. */
  synchronized void flush() throws IOException {
    out.flush();
  }

  void text(String text) throws IOException {
    send(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  void pong(byte[] payload) throws IOException {
    send(PONG, payload);
  }

  /** Says that no more will come, once. */
  synchronized void close(int code, String reason) throws IOException {
    if (!closed) {
      byte[] phrase = reason.getBytes(StandardCharsets.UTF_8);
      ByteBuffer payload = ByteBuffer.allocate(2 + phrase.length);
      send(CLOSE, payload.putShort((short) code).put(phrase).array());
      closed = true;
    }
  }

  private synchronized void send(int opcode, byte[] payload) throws IOException {
    if (closed) {
      return;
    }
    ByteBuffer frame = ByteBuffer.allocate(MAX_HEAD + payload.length);
    frame.put((byte) (FIN | opcode));
    if (payload.length < LENGTH_OF_TWO) {
      frame.put((byte) payload.length);
    } else if (payload.length < 1 << 16) {
      frame.put((byte) LENGTH_OF_TWO).putShort((short) payload.length);
    } else {
      frame.put((byte) LENGTH_OF_EIGHT).putLong(payload.length);
    }
    frame.put(payload);
    out.write(frame.array(), 0, frame.position());
    out.flush();
  }
}
