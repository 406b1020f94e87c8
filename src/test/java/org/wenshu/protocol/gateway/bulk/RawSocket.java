package org.wenshu.protocol.gateway.bulk;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * A WebSocket client that sends each message as one frame, as the Python library does, and prepares
 * none of it. Its masks are zero, so that frames can be sent as they are.
 */
public final class RawSocket implements AutoCloseable {
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
  private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
  private static final int FIN = 0x80;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int MASKED = 0x80;
  private static final int SHORT = 126;
  private static final int LONG = 127;
  private static final int MILLIS = 60_000;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private int status;
  private String protocol = "";
  private Duration beforePong = Duration.ZERO;

  private RawSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    this.out = socket.getOutputStream();
  }

  /** Connects and asks for the upgrade; what the server says to that is {@link #status}. */
  public static RawSocket connect(int port, String path, String... headers) throws IOException {
    Socket connection = new Socket(InetAddress.getLoopbackAddress(), port);
    connection.setTcpNoDelay(true);
    connection.setSoTimeout(MILLIS);
    RawSocket raw = new RawSocket(connection);
    StringBuilder request =
        new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port);
    request.append("\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13");
    request.append("\r\nSec-WebSocket-Key: ").append(KEY);
    for (String header : headers) {
      request.append("\r\n").append(header);
    }
    raw.out.write(request.append("\r\n\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    raw.readHead();
    return raw;
  }

  private void readHead() throws IOException {
    status = Integer.parseInt(line().split(" ", -1)[1]);
    String accepted = "";
    for (String line = line(); !line.isEmpty(); line = line()) {
      String name = line.substring(0, Math.max(0, line.indexOf(':'))).toLowerCase(Locale.ROOT);
      String value = line.substring(line.indexOf(':') + 1).strip();
      if (name.equals("sec-websocket-protocol")) {
        protocol = value;
      } else if (name.equals("sec-websocket-accept")) {
        accepted = value;
      }
    }
    if (status == 101 && !accepted.equals(ACCEPT)) {
      throw new IOException("The server has not understood the key: " + accepted);
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** The status of the handshake: 101 when the socket is open. */
  public int status() {
    return status;
  }

  /** The sub-protocol that the server has chosen; empty for none. */
  public String protocol() {
    return protocol;
  }

  /** A text message as it goes over the wire. */
  public static byte[] frame(String text) {
    return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] frame(int opcode, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
    header(frame, opcode, payload.length);
    frame.put(payload);
    byte[] bytes = new byte[frame.position()];
    frame.flip().get(bytes);
    return bytes;
  }

  private static void header(ByteBuffer frame, int opcode, long length) {
    frame.put((byte) (FIN | opcode));
    if (length < SHORT) {
      frame.put((byte) (MASKED | length));
    } else if (length < 1 << 16) {
      frame.put((byte) (MASKED | SHORT)).putShort((short) length);
    } else {
      frame.put((byte) (MASKED | LONG)).putLong(length);
    }
    frame.putInt(0);
  }

  /** Sends bytes that {@link #frame} has made. */
  public void send(byte[] frame) throws IOException {
    out.write(frame);
  }

  /** Sends a text message. */
  public void send(String text) throws IOException {
    send(frame(text));
  }

  /** Sends the beginning of a text message of that many bytes, and so many of its spaces. */
  public void sendBeginning(long length, long sent) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(14);
    header(header, TEXT, length);
    out.write(header.array(), 0, header.position());
    byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
    for (long done = 0; done < sent; done += spaces.length) {
      out.write(spaces, 0, (int) Math.min(spaces.length, sent - done));
    }
  }

  /** Sends a close frame with that code. */
  public void sendClose(int code) throws IOException {
    send(frame(CLOSE, ByteBuffer.allocate(2).putShort((short) code).array()));
  }

  /** Sends a ping. */
  public void ping() throws IOException {
    send(frame(PING, new byte[] {1, 2}));
  }

  /** Reads to the answer to a ping, past everything before; false when the socket is closed. */
  public boolean awaitPong() throws IOException {
    while (true) {
      int opcode = in.readUnsignedByte() & 0xf;
      byte[] payload = payload();
      if (opcode == PONG || opcode == CLOSE) {
        return opcode == PONG && payload.length == 2;
      }
    }
  }

  /** Takes so long from now on before it answers a ping. */
  public void hesitate(Duration before) {
    beforePong = before;
  }

  /** A text message, or {@code close} and the code; null when nothing comes within that time. */
  public String next(Duration within) throws IOException {
    socket.setSoTimeout((int) Math.max(1, within.toMillis()));
    try {
      return next();
    } catch (SocketTimeoutException nothing) {
      return null;
    } finally {
      socket.setSoTimeout(MILLIS);
    }
  }

  /** The next text message, or {@code close} and the code: 1006 when the connection broke. */
  public String next() throws IOException {
    try {
      while (true) {
        int opcode = in.readUnsignedByte() & 0xf;
        byte[] payload = payload();
        if (opcode == TEXT) {
          return new String(payload, StandardCharsets.UTF_8);
        }
        if (opcode == CLOSE) {
          return "close " + (payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort());
        }
        if (opcode == PING) {
          Thread.sleep(beforePong.toMillis());
          send(frame(PONG, payload));
        }
      }
    } catch (InterruptedException e) {
      throw new IOException("Interrupted", e);
    } catch (EOFException | java.net.SocketException broken) {
      return "close 1006";
    }
  }

  private byte[] payload() throws IOException {
    long length = in.readUnsignedByte() & 0x7f;
    if (length == SHORT) {
      length = in.readUnsignedShort();
    } else if (length == LONG) {
      length = in.readLong();
    }
    byte[] payload = new byte[(int) length];
    in.readFully(payload);
    return payload;
  }

  /** The code the server closes with, past all messages before. */
  public int closeCode() throws IOException {
    while (true) {
      String next = next();
      if (next.startsWith("close ")) {
        return Integer.parseInt(next.substring("close ".length()));
      }
    }
  }

  /** Leaves without a word. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
