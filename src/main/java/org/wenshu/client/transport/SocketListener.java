package org.wenshu.client.transport;

import java.nio.ByteBuffer;

/**
 * Takes what arrives on a socket. Never called by two threads at once; must not block, because the
 * thread belongs to the client, or is the one that called {@link TextSocket#request}.
 */
public interface SocketListener {
  /** A whole text message, one for each that was requested. */
  void onText(TextSocket socket, String text);

  /** A whole binary message, one for each that was requested. Passed over where not wanted. */
  default void onBinary(TextSocket socket, ByteBuffer bytes) {
    socket.request(1);
  }

  /** The end, whoever brought it about: told exactly once, and nothing is told afterwards. */
  void onClosed(TextSocket socket, SocketClosed end);
}
