package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wenshu.feed.Channel;
import org.wenshu.feed.TopicKey;

/** Writes what the feed counts (contract, section 5.9). */
final class FeedStats {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST_TIMES = 1_000;

  /** What waits is not written yet; this much one message takes more or less. */
  private static final int TYPICAL_BYTES = 256;

  private final FeedServices services;
  private final FeedCounters counters;

  FeedStats(FeedServices services) {
    this.services = services;
    this.counters = services.counters();
  }

  ObjectNode frame(FeedSession session, JsonNode request) {
    ObjectNode data = all();
    ObjectNode client = data.putObject("client");
    client.put(
        "messages_sent",
        session.subscriptions().all().stream().mapToLong(Subscription::messages).sum());
    Outbox now = session.outbox();
    Outbox later = session.batches();
    client.put("conflated", now.conflated() + later.conflated());
    client.put("dropped", now.dropped() + later.dropped());
    client.put("queue_length", now.size() + later.size());
    client.put("queue_bytes", (long) TYPICAL_BYTES * (now.size() + later.size()));
    ObjectNode updated = (ObjectNode) data.path("publisher").path("last_update_times");
    session.subscriptions().all().stream()
        .flatMap(subscription -> subscription.wanted().symbols().stream())
        .distinct()
        .limit(MOST_TIMES)
        .forEach(
            symbol ->
                services
                    .hub()
                    .last(TopicKey.of(symbol, Channel.QUOTE))
                    .ifPresent(last -> updated.put(symbol, services.time().local(last.time()))));
    return session.frames().envelope("stats", data, Optional.of(request));
  }

  /** What is not about one client. */
  ObjectNode all() {
    ObjectNode data = JSON.objectNode();
    String start = services.time().local(services.startedAt());
    double uptime =
        Duration.between(services.startedAt(), services.clock().instant()).toMillis() / 1e3;
    Map<String, Integer> perType = new TreeMap<>();
    TreeSet<String> symbols = new TreeSet<>();
    int total = 0;
    for (FeedSession session : services.sessions().all()) {
      for (Subscription subscription : session.subscriptions().all()) {
        total++;
        symbols.addAll(subscription.wanted().symbols());
        subscription.wanted().types().forEach(type -> perType.merge(type, 1, Integer::sum));
      }
    }
    ObjectNode server = data.putObject("server");
    server.put("start_time", start).put("total_connections", counters.connections());
    server.put("total_messages", counters.received()).put("total_subscriptions", total);
    server.put("uptime", uptime);
    connections(data.putObject("connections"), start);
    ObjectNode subscriptions = data.putObject("subscriptions");
    subscriptions.put("total_subscriptions", total);
    subscriptions.put("active_clients", services.sessions().size());
    subscriptions.put("subscribed_symbols", symbols.size());
    ObjectNode types = subscriptions.putObject("subscriptions_per_data_type");
    perType.forEach(types::put);
    publisher(data.putObject("publisher"));
    data.put("timestamp", services.time().local(services.clock().instant()));
    return data;
  }

  private void connections(ObjectNode connections, String start) {
    connections.put("active_connections", services.sessions().size());
    connections.put("total_connections", counters.connections());
    connections.put("messages_sent", counters.sent());
    connections.put("messages_received", counters.received());
    connections.put("bytes_sent", counters.sentChars());
    connections.put("bytes_received", counters.receivedChars());
    connections.put("connection_errors", counters.slow());
    connections.put("average_latency_ms", counters.averageLatencyMillis());
    connections.put("uptime_start", start);
  }

  private void publisher(ObjectNode publisher) {
    publisher.put("is_running", !services.sources().isDown());
    publisher.put("data_source", String.join(",", services.sources().names()));
    publisher.put("cache_size", services.hub().size());
    publisher.put("update_interval", services.config().flushInterval().toMillis() / 1e3);
    publisher.put("ticks_accepted", services.hub().accepted());
    publisher.put("ticks_rejected", services.hub().rejected());
    publisher.putObject("last_update_times");
  }
}
