package org.wenshu.protocol.ws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Reads messages that a client has compressed itself (contract of the feed, section 2.7). */
final class GzipText {
  private static final int FIRST = 0x1f;
  private static final int SECOND = 0x8b;

  private GzipText() {}

  static boolean isGzip(ByteBuffer message) {
    return message.remaining() > 2
        && (message.get(message.position()) & 0xff) == FIRST
        && (message.get(message.position() + 1) & 0xff) == SECOND;
  }

  /**
   * The text.
   *
   * @throws IOException when it is no text, or longer than that
   */
  static String read(ByteBuffer message, int maxBytes) throws IOException {
    byte[] compressed = new byte[message.remaining()];
    message.get(compressed);
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      byte[] bytes = stream.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new IOException("The message is too long");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }
}
