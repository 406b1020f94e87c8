package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes what the feed counts (contract, section 5.9). */
final class FeedStats {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

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
    client.put("conflated", session.outbox().conflated());
    client.put("dropped", session.outbox().dropped());
    client.put("queue_length", session.outbox().size());
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
