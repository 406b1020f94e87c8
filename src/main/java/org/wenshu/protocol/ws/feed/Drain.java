package org.wenshu.protocol.ws.feed;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.wenshu.protocol.frames.FrameChannel;
import org.wenshu.protocol.frames.FrameSender;
import org.wenshu.protocol.frames.Outgoing;

/**
 * Writes what waits in an outbox, some at a time, so that answers to the client are not held up.
 * Each leaves on its own: gathered in one piece, rows were lost when servers were killed. There is
 * one on each connection.
 */
final class Drain implements Outgoing {
  private final Outbox outbox;
  private final FrameSender sender;
  private final DataWriter writer;
  private final Compression compression;

  Drain(Outbox outbox, FrameSender sender, DataWriter writer, Compression compression) {
    this.outbox = outbox;
    this.sender = sender;
    this.writer = writer;
    this.compression = compression;
  }

  /** What waits is merged where it waits; here it takes no room. */
  @Override
  public int length() {
    return 0;
  }

  @Override
  public int mostChars() {
    return 2 * FrameChannel.PROMPT_CHARS;
  }

  @Override
  public void writeTo(FrameChannel channel) throws IOException {
    Instant now = writer.now();
    for (int chars = 0; chars < FrameChannel.PROMPT_CHARS / 2; ) {
      Optional<Outbox.Entry> entry = outbox.poll();
      if (entry.isEmpty()) {
        return;
      }
      chars += writer.write(outbox, entry.get(), now, text -> compression.send(channel, text));
    }
    sender.send(this);
  }
}
