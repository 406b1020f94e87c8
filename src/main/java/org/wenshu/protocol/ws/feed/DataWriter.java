package org.wenshu.protocol.ws.feed;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wenshu.feed.Update;

/** Writes the data of one connection as it is when its turn has come. By one thread at a time. */
final class DataWriter {
  private final DataFrames frames;
  private final FeedFrames control;
  private final FeedCounters counters;
  private final Acknowledgements acknowledgements;
  private final Clock clock;

  DataWriter(FeedServices services, FeedFrames control, Acknowledgements acknowledgements) {
    this.frames = services.dataFrames();
    this.control = control;
    this.counters = services.counters();
    this.acknowledgements = acknowledgements;
    this.clock = services.clock();
  }

  /** Takes what is written. */
  interface Sink {
    void take(String text) throws IOException;
  }

  Instant now() {
    return clock.instant();
  }

  /** Writes it, unless nobody wants it any more; how many characters of data that were. */
  int write(Outbox outbox, Outbox.Entry entry, Instant now, Sink sink) throws IOException {
    Binding binding = entry.binding();
    Update update = entry.update();
    List<Subscription> takers = binding.takers(update);
    if (takers.isEmpty()) {
      return 0;
    }
    Optional<Outbox.Gap> gap = outbox.gap(binding);
    if (gap.isPresent()) {
      sink.take(control.gap(binding.key(), gap.get()));
    }
    String text = text(entry, takers);
    sink.take(text);
    takers.forEach(taker -> taker.sent(now));
    counters.delivered(text.length(), System.nanoTime() - update.acceptedNanos());
    return text.length();
  }

  private String text(Outbox.Entry entry, List<Subscription> takers) {
    Binding binding = entry.binding();
    int levels = takers.get(0).wanted().levels();
    DataFrames.Remarks remarks = entry.remarks();
    if (binding.isAcknowledged()) {
      remarks = remarks.under(acknowledgements.sent(binding, entry.update(), System.nanoTime()));
    }
    String beginning = binding.beginning(takers);
    return frames.frame(binding.key().form(), beginning, entry.update(), levels, remarks);
  }
}
