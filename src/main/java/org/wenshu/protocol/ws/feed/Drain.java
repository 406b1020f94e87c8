package org.wenshu.protocol.ws.feed;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wenshu.feed.Update;
import org.wenshu.protocol.frames.FrameChannel;
import org.wenshu.protocol.frames.FrameSender;
import org.wenshu.protocol.frames.Outgoing;

/**
 * Writes what waits in an outbox, some at a time, so that answers to the client are not held up.
 * There is one on each connection.
 */
final class Drain implements Outgoing {
  private final Outbox outbox;
  private final FrameSender sender;
  private final DataFrames frames;
  private final FeedFrames control;
  private final FeedCounters counters;
  private final Clock clock;

  Drain(Outbox outbox, FrameSender sender, FeedServices services, FeedFrames control) {
    this.outbox = outbox;
    this.sender = sender;
    this.frames = services.dataFrames();
    this.control = control;
    this.counters = services.counters();
    this.clock = services.clock();
  }

  /** What waits is merged where it waits; here it takes no room. */
  @Override
  public int length() {
    return 0;
  }

  @Override
  public void writeTo(FrameChannel channel) throws IOException {
    Instant now = clock.instant();
    for (int chars = 0; chars < FrameChannel.PROMPT_CHARS / 2; ) {
      Optional<Outbox.Entry> entry = outbox.poll();
      if (entry.isEmpty()) {
        return;
      }
      chars += write(entry.get(), now, channel);
    }
    sender.send(this);
  }

  private int write(Outbox.Entry entry, Instant now, FrameChannel channel) throws IOException {
    Binding binding = entry.binding();
    Update update = entry.update();
    List<Subscription> takers = binding.takers(update);
    if (takers.isEmpty()) {
      return 0;
    }
    Optional<Outbox.Gap> gap = outbox.gap(binding);
    if (gap.isPresent()) {
      channel.text(control.gap(binding.key(), gap.get()));
    }
    String text = text(binding.key(), takers, entry);
    channel.text(text);
    takers.forEach(taker -> taker.sent(now));
    counters.delivered(text.length(), System.nanoTime() - update.acceptedNanos());
    return text.length();
  }

  private String text(Binding.Key key, List<Subscription> takers, Outbox.Entry entry) {
    int levels = takers.get(0).wanted().levels();
    String beginning = entry.binding().beginning(takers);
    return frames.frame(key.form(), beginning, entry.update(), levels, entry.remarks());
  }
}
