package org.wenshu.protocol.ws.feed;

import java.util.concurrent.atomic.LongAdder;
import org.wenshu.operations.metrics.Buckets;
import org.wenshu.operations.metrics.CounterFamily;
import org.wenshu.operations.metrics.Meters;
import org.wenshu.operations.metrics.TimerFamily;

/** What the feed counts, under the names of the contract (section 13). Thread-safe. */
public final class FeedCounters {
  private final LongAdder connections = new LongAdder();
  private final LongAdder sent = new LongAdder();
  private final LongAdder sentChars = new LongAdder();
  private final LongAdder received = new LongAdder();
  private final LongAdder receivedChars = new LongAdder();
  private final LongAdder slow = new LongAdder();
  private final LongAdder delivered = new LongAdder();
  private final LongAdder deliveredNanos = new LongAdder();
  private final CounterFamily errors;
  private final TimerFamily latency;
  private final TimerFamily processing;

  /** Registers all of them. */
  public FeedCounters(Meters meters) {
    meters.counted(
        "websocket_connections_total", "Connections that used the feed", connections::sum);
    meters.counted("websocket_messages_sent_total", "Frames of the feed sent", sent::sum);
    meters.counted("websocket_bytes_sent_total", "Characters of them", sentChars::sum);
    meters.counted("websocket_errors_total", "Connections given up as too slow", slow::sum);
    this.errors =
        meters.counters("websocket_message_errors_total", "Messages answered by an error", "code");
    this.latency =
        meters
            .timers("websocket_latency_seconds", "From taking in to sending", Buckets.ANSWERS)
            .startingEmpty();
    this.processing =
        meters
            .timers(
                "websocket_message_processing_duration_seconds",
                "Answering a message",
                Buckets.ANSWERS)
            .startingEmpty();
  }

  void connected() {
    connections.increment();
  }

  void control(int chars) {
    sent.increment();
    sentChars.add(chars);
  }

  void delivered(int chars, long nanos) {
    control(chars);
    delivered.increment();
    deliveredNanos.add(nanos);
    latency.record(nanos);
  }

  void received(int chars) {
    received.increment();
    receivedChars.add(chars);
  }

  void processed(long nanos) {
    processing.record(nanos);
  }

  void failed(FeedFault.Code code) {
    errors.count(code.name());
  }

  void gaveUp() {
    slow.increment();
  }

  long connections() {
    return connections.sum();
  }

  long sent() {
    return sent.sum();
  }

  long sentChars() {
    return sentChars.sum();
  }

  long received() {
    return received.sum();
  }

  long receivedChars() {
    return receivedChars.sum();
  }

  long slow() {
    return slow.sum();
  }

  /** From taking in to sending, the mean so far. */
  double averageLatencyMillis() {
    long count = delivered.sum();
    return count == 0 ? 0 : deliveredNanos.sum() / 1e6 / count;
  }
}
