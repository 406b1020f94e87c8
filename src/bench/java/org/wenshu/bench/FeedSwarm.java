package org.wenshu.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many WebSocket clients on one thread, so that what is measured is the server. Of every data frame
 * it takes the time from its {@code ts}, which is when the tick was made, to its arrival.
 */
final class FeedSwarm implements AutoCloseable {
  private static final int MAX_MILLIS = 20_000;
  private static final int FRAME_BYTES = 32 * 1024;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final byte[] TS = "\"ts\":".getBytes(UTF_8);
  private static final byte[] SNAPSHOT = "\"snapshot\":true".getBytes(UTF_8);
  private static final byte[] LIVE = "{\"type\":\"live\"".getBytes(UTF_8);

  private final int port;
  private final String path;
  private final Selector selector = Selector.open();
  private final List<SocketChannel> channels = new ArrayList<>();
  private final List<SocketChannel> stalled = new ArrayList<>();
  private final long[] millis = new long[MAX_MILLIS + 1];
  private final AtomicLong frames = new AtomicLong();
  private final AtomicLong live = new AtomicLong();
  private final AtomicLong closed = new AtomicLong();
  private volatile boolean running = true;
  private volatile long lastNanos;

  FeedSwarm(int port, String path) throws IOException {
    this.port = port;
    this.path = path;
    Thread thread = new Thread(this::run, "swarm");
    thread.setDaemon(true);
    thread.start();
  }

  /** Opens one more client that sends this, if anything, and reads. */
  void add(String message) throws IOException {
    SocketChannel channel = connect(message, 0);
    channel.configureBlocking(false);
    synchronized (this) {
      channels.add(channel);
    }
    selector.wakeup();
    channel.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(FRAME_BYTES));
  }

  /** Opens one that never reads what it asks for. */
  void addStalled(String message) throws IOException {
    SocketChannel channel = connect(message, 4_096);
    synchronized (this) {
      channels.add(channel);
      stalled.add(channel);
    }
  }

  /** Has one of those say something; it still does not read. */
  synchronized void sendToStalled(int place, String message) throws IOException {
    stalled.get(place).write(masked(1, message.getBytes(UTF_8)));
  }

  private SocketChannel connect(String message, int receiveBuffer) throws IOException {
    SocketChannel channel = SocketChannel.open();
    if (receiveBuffer > 0) {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
    }
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
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
    channel.write(ByteBuffer.wrap(request.getBytes(ISO_8859_1)));
    ByteBuffer one = ByteBuffer.allocate(1);
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      if (channel.read(one.clear()) < 0) {
        throw new IOException("No handshake");
      }
      head.append((char) one.get(0));
    }
    if (!head.toString().startsWith("HTTP/1.1 101")) {
      throw new IOException("No WebSocket: " + head);
    }
    if (!message.isEmpty()) {
      channel.write(masked(1, message.getBytes(UTF_8)));
    }
    return channel;
  }

  private static ByteBuffer masked(int kind, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
    frame.put((byte) (0x80 | kind));
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    }
    return frame.putInt(0).put(payload).flip();
  }

  private void run() {
    try {
      while (running) {
        selector.select(200);
        for (Iterator<SelectionKey> ready = selector.selectedKeys().iterator(); ready.hasNext(); ) {
          SelectionKey key = ready.next();
          ready.remove();
          read(key);
        }
      }
    } catch (ClosedSelectorException over) {
      // closed while waiting
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read(SelectionKey key) {
    SocketChannel channel = (SocketChannel) key.channel();
    ByteBuffer buffer = (ByteBuffer) key.attachment();
    try {
      if (channel.read(buffer) < 0) {
        throw new IOException("closed");
      }
      buffer.flip();
      while (takeFrame(channel, buffer)) {
        // as long as whole frames are there
      }
      buffer.compact();
    } catch (IOException gone) {
      closed.incrementAndGet();
      key.cancel();
    }
  }

  private boolean takeFrame(SocketChannel channel, ByteBuffer buffer) throws IOException {
    int start = buffer.position();
    if (buffer.remaining() < 2) {
      return false;
    }
    int kind = buffer.get() & 0x0f;
    int length = buffer.get() & 0x7f;
    if (length == 126 && buffer.remaining() >= 2) {
      length = buffer.getShort() & 0xffff;
    } else if (length >= 126) {
      buffer.position(start);
      return false;
    }
    if (buffer.remaining() < length) {
      buffer.position(start);
      return false;
    }
    int end = buffer.position() + length;
    if (kind == PING) {
      byte[] carried = new byte[length];
      buffer.get(carried);
      channel.write(masked(PONG, carried));
    } else if (kind == 8) {
      throw new IOException("closed");
    } else {
      byte[] frame = new byte[length];
      buffer.get(frame);
      count(frame);
    }
    buffer.position(end);
    return true;
  }

  private void count(byte[] bytes) {
    if (indexOf(bytes, Math.min(bytes.length, LIVE.length), LIVE) >= 0) {
      live.incrementAndGet();
    }
    int place = indexOf(bytes, bytes.length, TS);
    if (place < 0 || indexOf(bytes, bytes.length, SNAPSHOT) >= 0) {
      return;
    }
    long ts = 0;
    for (int i = place + TS.length; bytes[i] >= '0' && bytes[i] <= '9'; i++) {
      ts = 10 * ts + bytes[i] - '0';
    }
    long taken = Math.max(0, System.currentTimeMillis() - ts);
    millis[(int) Math.min(MAX_MILLIS, taken)]++;
    lastNanos = System.nanoTime();
    frames.incrementAndGet();
  }

  private static int indexOf(byte[] bytes, int to, byte[] what) {
    for (int i = 0; i <= to - what.length; i++) {
      int j = 0;
      while (j < what.length && bytes[i + j] == what[j]) {
        j++;
      }
      if (j == what.length) {
        return i;
      }
    }
    return -1;
  }

  /** Data frames so far, without snapshots. */
  long frames() {
    return frames.get();
  }

  /** Frames of live questions so far. */
  long live() {
    return live.get();
  }

  /** Connections that the server has closed. */
  long closed() {
    return closed.get();
  }

  /** When the last data frame arrived. */
  long lastNanos() {
    return lastNanos;
  }

  /** Forgets what was measured. */
  void reset() {
    Arrays.fill(millis, 0);
    frames.set(0);
  }

  /** What that share of all frames took at most. */
  double percentile(double share) {
    long wanted = (long) Math.ceil(frames.get() * share);
    long sum = 0;
    for (int i = 0; i < millis.length; i++) {
      sum += millis[i];
      if (sum >= wanted) {
        return i;
      }
    }
    return MAX_MILLIS;
  }

  @Override
  public synchronized void close() throws IOException {
    running = false;
    for (SocketChannel channel : channels) {
      channel.close();
    }
    selector.close();
  }
}
