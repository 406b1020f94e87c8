package org.wenshu.protocol.ws.feed;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.protocol.frames.FrameChannel;
import org.wenshu.protocol.frames.FrameSender;
import org.wenshu.protocol.frames.Outgoing;
import org.wenshu.protocol.json.Utf8;

/** Writes what has gathered in an outbox as one message of many (contract, section 7.3). */
final class BatchDrain implements Outgoing {
  private static final int MOST_MESSAGES = 100;
  private static final int MOST_BYTES = 256 * 1024;

  /** Room for the last message, which is written before its length is known. */
  private static final int ENOUGH_BYTES = MOST_BYTES - 16 * 1024;

  private final Outbox outbox;
  private final FrameSender sender;
  private final DataWriter writer;
  private final Compression compression;

  BatchDrain(Outbox outbox, FrameSender sender, DataWriter writer, Compression compression) {
    this.outbox = outbox;
    this.sender = sender;
    this.writer = writer;
    this.compression = compression;
  }

  @Override
  public int length() {
    return 0;
  }

  @Override
  public int mostChars() {
    return MOST_BYTES;
  }

  @Override
  public void writeTo(FrameChannel channel) throws IOException {
    Instant now = writer.now();
    List<String> messages = new ArrayList<>();
    int bytes = 0;
    while (messages.size() < MOST_MESSAGES && bytes < ENOUGH_BYTES) {
      Optional<Outbox.Entry> entry = outbox.poll();
      if (entry.isEmpty()) {
        send(messages, channel);
        return;
      }
      int before = messages.size();
      writer.write(outbox, entry.get(), now, messages::add);
      bytes += messages.subList(before, messages.size()).stream().mapToInt(Utf8::length).sum();
    }
    send(messages, channel);
    sender.send(this);
  }

  private void send(List<String> messages, FrameChannel channel) throws IOException {
    if (!messages.isEmpty()) {
      String all = String.join(",", messages);
      compression.send(
          channel,
          "{\"type\":\"batch\",\"count\":" + messages.size() + ",\"messages\":[" + all + "]}");
    }
  }
}
