package org.wenshu.protocol.ws.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.wenshu.protocol.frames.FrameChannel;

/**
 * Compresses long messages for a client that has asked for it: those arrive as binary frames that
 * hold gzip (contract, section 7.3). Thread-safe.
 */
final class Compression {
  /** Shorter ones are sent as they are. */
  static final int THRESHOLD_CHARS = 1_024;

  private volatile boolean wanted;

  /** Begins, for the rest of the connection. */
  void begin() {
    wanted = true;
  }

  void send(FrameChannel channel, String text) throws IOException {
    if (wanted && text.length() >= THRESHOLD_CHARS) {
      channel.binary(gzip(text));
    } else {
      channel.text(text);
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
