package org.wenshu.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/**
 * A WebSocket client that costs next to nothing, so that what is measured is the server: blocking,
 * text frames only, one thread.
 */
final class QuestionSocket implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 30_000;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  /** Connects to /ws on that port of this machine. */
  QuestionSocket(int port) throws IOException {
    this(port, "/ws");
  }

  /** Connects to that path on that port of this machine. */
  QuestionSocket(int port, String path) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    out = socket.getOutputStream();
    shakeHands(port, path);
  }

  private void shakeHands(int port, String path) throws IOException {
    String request =
        String.join(
            "\r\n",
            "GET " + path + " HTTP/1.1",
            "Host: 127.0.0.1:" + port,
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Key: d2Vuc2h1LWJlbmNobWFyaw==",
            "Sec-WebSocket-Version: 13",
            "",
            "");
    out.write(request.getBytes(ISO_8859_1));
    out.flush();
    String status = line();
    if (!status.startsWith("HTTP/1.1 101")) {
      throw new IOException("No WebSocket: " + status);
    }
    while (!line().isEmpty()) {
      // the headers of the handshake do not matter here
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.readUnsignedByte(); b != '\n'; b = in.readUnsignedByte()) {
      line.write(b);
    }
    return line.toString(ISO_8859_1).strip();
  }

  /** Sends one text message. */
  void send(String text) throws IOException {
    frame(TEXT, text.getBytes(UTF_8));
  }

  /** Waits for the next text message. */
  String receive() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    while (!receiveInto(message)) {
      // the message goes on in another frame, or something else came in between
    }
    return message.toString(UTF_8);
  }

  /** Answers pings that have come, as a client does that waits for nothing else. */
  void answerPings() throws IOException {
    while (in.available() > 0) {
      receiveInto(new ByteArrayOutputStream());
    }
  }

  /** Takes one frame; whether a message is complete with it. */
  private boolean receiveInto(ByteArrayOutputStream message) throws IOException {
    int head = in.readUnsignedByte();
    byte[] payload = in.readNBytes(length());
    int kind = head & 0x0f;
    if (kind == CLOSE) {
      throw new IOException("The server closed the connection");
    } else if (kind == PING) {
      frame(PONG, payload);
    } else if (kind != PONG) {
      message.writeBytes(payload);
      return (head & 0x80) != 0;
    }
    return false;
  }

  private int length() throws IOException {
    int length = in.readUnsignedByte() & 0x7f;
    return switch (length) {
      case 126 -> in.readUnsignedShort();
      case 127 -> Math.toIntExact(in.readLong());
      default -> length;
    };
  }

  /** A client's frames are masked; a mask of zeros leaves the payload as it is. */
  private void frame(int kind, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(payload.length + 14);
    frame.write(0x80 | kind);
    if (payload.length < 126) {
      frame.write(0x80 | payload.length);
    } else if (payload.length < 1 << 16) {
      frame.write(0x80 | 126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    } else {
      frame.write(0x80 | 127);
      frame.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(payload.length).array());
    }
    frame.writeBytes(new byte[4]);
    frame.writeBytes(payload);
    out.write(frame.toByteArray());
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
