package org.wenshu.client.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** What a client counts (contract, section 15.1). Thread-safe. */
final class Statistics {
  private final LongAdder received = new LongAdder();
  private final LongAdder sent = new LongAdder();
  private final LongAdder reconnects = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private Optional<Life> life = Optional.empty();

  /** The connection that is or was the last; frozen when it has ended. */
  private record Life(String id, Instant startedAt, long startedNanos, Optional<Duration> ended) {
    Duration uptime() {
      return ended.orElseGet(() -> Duration.ofNanos(System.nanoTime() - startedNanos));
    }
  }

  void received() {
    received.increment();
  }

  void sent() {
    sent.increment();
  }

  void reconnecting() {
    reconnects.increment();
  }

  void fault() {
    errors.increment();
  }

  synchronized void opened(String connectionId) {
    life = Optional.of(new Life(connectionId, Instant.now(), System.nanoTime(), Optional.empty()));
  }

  /** The connection of that id has ended; another may have begun already. */
  synchronized void ended(String connectionId) {
    life =
        life.map(
            was ->
                was.id().equals(connectionId) && was.ended().isEmpty()
                    ? new Life(was.id(), was.startedAt(), 0, Optional.of(was.uptime()))
                    : was);
  }

  synchronized Optional<Instant> startedAt() {
    return life.map(Life::startedAt);
  }

  /** The eight keys, in their order. */
  synchronized Map<String, Object> snapshot(ConnectionState state, int subscriptions) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("messages_received", received.sum());
    all.put("messages_sent", sent.sum());
    all.put("reconnect_count", reconnects.sum());
    all.put("errors", errors.sum());
    all.put("state", state.value());
    all.put("connection_id", life.map(Life::id).orElse(null));
    all.put("subscriptions_count", subscriptions);
    all.put("uptime", life.map(Life::uptime).map(Uptime::text).orElse(null));
    return Collections.unmodifiableMap(all);
  }
}
