package org.wenshu.client;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** One connection as the scripted server sees it: frames by hand, so that faults can be exact. */
public final class ScriptedPeer {
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Object> notes = new ConcurrentHashMap<>();
  private final int number;
  private String path;
  private int closeCode = -1;

  ScriptedPeer(Socket socket, int number) throws IOException {
    this.socket = socket;
    this.number = number;
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
    out = socket.getOutputStream();
    readRequest();
  }

  /** The first connection is 1. */
  public int number() {
    return number;
  }

  /** What was asked for in the handshake, parameters included. */
  public String path() {
    return path;
  }

  /** A header of the handshake; empty when it was not sent. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** A place for what a script wants to remember of this connection. */
  public Map<String, Object> notes() {
    return notes;
  }

  /** The code of the close message that ended {@link #read}; -1 when the connection broke. */
  public int closeCode() {
    return closeCode;
  }

  /** Answers the handshake with that status and ends the connection. */
  public void refuse(int status) throws IOException {
    write("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    socket.close();
  }

  /** The body of a plain request. */
  public String body() throws IOException {
    if (headers.getOrDefault("Transfer-Encoding", "").equals("chunked")) {
      return chunks();
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private String chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int length = chunkLength(); length > 0; length = chunkLength()) {
      body.writeBytes(in.readNBytes(length));
      line();
    }
    line();
    return body.toString(StandardCharsets.UTF_8);
  }

  private int chunkLength() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  /** Answers a plain request and ends the connection. */
  public void respond(int status, String type, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(
        "HTTP/1.1 "
            + status
            + " OK\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + bytes.length
            + "\r\nConnection: close\r\n\r\n");
    out.write(bytes);
    out.flush();
    socket.close();
  }

  /** Opens the socket. */
  public ScriptedPeer accept() throws IOException {
    return accept("");
  }

  /** Opens the socket, having chosen a sub-protocol unless it is empty. */
  public ScriptedPeer accept(String subprotocol) throws IOException {
    write(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + acceptKey(header("Sec-WebSocket-Key"))
            + (subprotocol.isEmpty() ? "" : "\r\nSec-WebSocket-Protocol: " + subprotocol)
            + "\r\n\r\n");
    return this;
  }

  /** The next whole text message, pings answered on the way; null once the client has closed. */
  public String read() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    while (true) {
      int first = in.read();
      if (first < 0) {
        return null;
      }
      byte[] payload = payload();
      switch (first & 0x0f) {
        case CLOSE -> {
          closeCode = payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort();
          frame(0x80 | CLOSE, payload);
          socket.close();
          return null;
        }
        case PING -> frame(0x80 | PONG, payload);
        case PONG -> {}
        default -> {
          whole.writeBytes(payload);
          if ((first & 0x80) != 0) {
            return whole.toString(StandardCharsets.UTF_8);
          }
        }
      }
    }
  }

  /** Sends a whole text message. */
  public ScriptedPeer send(String text) throws IOException {
    frame(0x80 | TEXT, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Sends a whole binary message. */
  public ScriptedPeer sendBytes(byte[] bytes) throws IOException {
    frame(0x80 | 2, bytes);
    return this;
  }

  /** Sends one text message in that many pieces. */
  public ScriptedPeer sendPieces(String... pieces) throws IOException {
    for (int i = 0; i < pieces.length; i++) {
      int fin = i == pieces.length - 1 ? 0x80 : 0;
      frame(fin | (i == 0 ? TEXT : 0), pieces[i].getBytes(StandardCharsets.UTF_8));
    }
    return this;
  }

  /** Sends a ping. */
  public ScriptedPeer ping() throws IOException {
    frame(0x80 | PING, new byte[] {'x'});
    return this;
  }

  /** Announces a frame, sends half of it and cuts the connection. */
  public void cutMidFrame(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(new byte[] {(byte) (0x80 | TEXT), 126, (byte) (bytes.length >> 8)});
    out.write(bytes.length & 0xff);
    out.write(bytes, 0, bytes.length / 2);
    out.flush();
    cut();
  }

  /** Ends the TCP connection without a close message. */
  public void cut() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Begins to close with that code; the client's consent is found by {@link #read}. */
  public void sayClose(int code, String reason) throws IOException {
    byte[] words = reason.getBytes(StandardCharsets.UTF_8);
    ByteBuffer payload = ByteBuffer.allocate(2 + words.length).putShort((short) code).put(words);
    frame(0x80 | CLOSE, payload.array());
  }

  /** Closes in good order with that code and waits for the client's consent. */
  public void close(int code, String reason) throws IOException {
    sayClose(code, reason);
    socket.setSoTimeout(3000);
    for (int first = in.read(); first >= 0; first = in.read()) {
      payload();
      if ((first & 0x0f) == CLOSE) {
        break;
      }
    }
    socket.close();
  }

  /** Reads nothing and says nothing until the client goes away or the server ends. */
  public void playDead() throws InterruptedException {
    while (!socket.isClosed()) {
      Thread.sleep(20);
    }
  }

  void end() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void frame(int first, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(payload.length + 10);
    frame.write(first);
    if (payload.length < 126) {
      frame.write(payload.length);
    } else if (payload.length < 65536) {
      frame.write(126);
      frame.writeBytes(ByteBuffer.allocate(2).putShort((short) payload.length).array());
    } else {
      frame.write(127);
      frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
    }
    frame.writeBytes(payload);
    frame.writeTo(out);
    out.flush();
  }

  private byte[] payload() throws IOException {
    long length = in.readUnsignedByte() & 0x7f;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    byte[] mask = in.readNBytes(4);
    byte[] payload = in.readNBytes((int) length);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i & 3];
    }
    return payload;
  }

  private void readRequest() throws IOException {
    String line = line();
    if (!line.isEmpty() && !line.endsWith("HTTP/1.1")) {
      throw new IOException("This is not HTTP");
    }
    path = line.isEmpty() ? "" : line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
    for (String header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private void write(String head) throws IOException {
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static String acceptKey(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1")
              .digest((key + MAGIC).getBytes(StandardCharsets.ISO_8859_1));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
