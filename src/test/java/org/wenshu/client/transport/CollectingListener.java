package org.wenshu.client.transport;

import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what arrives, in order, the end as a last line. */
final class CollectingListener implements SocketListener {
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

  @Override
  public void onText(TextSocket socket, String text) {
    received.add(text);
  }

  @Override
  public void onBinary(TextSocket socket, ByteBuffer bytes) {
    received.add("binary " + bytes.remaining());
  }

  @Override
  public void onClosed(TextSocket socket, SocketClosed end) {
    received.add("closed " + end.code() + " " + end.reason());
  }

  /** The next thing that arrives within 10 s. */
  String next() throws InterruptedException {
    String next = received.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("Nothing arrived");
    }
    return next;
  }

  /** Whether nothing arrives for a while. */
  boolean staysQuiet() throws InterruptedException {
    return received.poll(200, TimeUnit.MILLISECONDS) == null;
  }
}
