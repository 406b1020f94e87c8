package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.wenshu.feed.DataType;
import org.wenshu.feed.Pace;

/** Writes all frames to one client but data (contract, section 5). Thread-safe. */
final class FeedFrames {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final int SHOWN_SYMBOLS = 20;

  private final String clientId;
  private final FeedTime time;
  private final Clock clock;

  FeedFrames(String clientId, FeedTime time, Clock clock) {
    this.clientId = clientId;
    this.time = time;
    this.clock = clock;
  }

  String clientId() {
    return clientId;
  }

  private String local() {
    return time.local(clock.instant());
  }

  /** A message in the envelope form. */
  ObjectNode envelope(String type, ObjectNode data, Optional<JsonNode> request) {
    ObjectNode frame = JSON.objectNode();
    frame.put("type", type);
    frame.put("timestamp", local());
    frame.set("data", data);
    ObjectNode metadata = JSON.objectNode();
    request
        .map(message -> message.path("message_id"))
        .filter(id -> !id.isMissingNode() && !id.isNull())
        .ifPresent(
            id -> {
              frame.set("original_message_id", id);
              metadata.set("original_message_id", id);
            });
    frame.set("metadata", metadata);
    frame.put("message_id", UUID.randomUUID().toString());
    frame.put("compression", "none");
    return frame;
  }

  /** Names the request that a frame answers, where the request has a name (section 4.2). */
  static ObjectNode echo(ObjectNode frame, JsonNode request) {
    JsonNode id = request.path("message_id");
    if (!id.isMissingNode() && !id.isNull()) {
      frame.set("original_message_id", id);
    }
    return frame;
  }

  /** What the server is, and what it lets the client do. */
  ObjectNode welcome(FeedServices services, Optional<String> symbol) {
    ObjectNode data = JSON.objectNode();
    data.put("client_id", clientId);
    data.put("server_version", FeedServices.VERSION);
    DataType.names().forEach(data.putArray("supported_data_types")::add);
    Pace.names().forEach(data.putArray("supported_frequencies")::add);
    data.put("max_subscriptions", services.config().maxSubscriptions());
    data.put("heartbeat_interval", services.config().heartbeatInterval().toSeconds());
    data.put("simulated", services.sources().isSimulated());
    services.hub().symbols().first(SHOWN_SYMBOLS).forEach(data.putArray("symbols")::add);
    data.put("epoch", services.startedAt().toEpochMilli());
    symbol.ifPresent(name -> data.put("auto_subscribed_symbol", name));
    data.put("timestamp", local());
    return envelope("welcome", data, Optional.empty());
  }

  /** A refusal, in all shapes that clients know (section 11.1). */
  ObjectNode error(FeedFault fault, Optional<String> id) {
    ObjectNode frame = JSON.objectNode();
    frame.put("type", "error");
    frame.put("code", fault.code().name());
    frame.put("error_type", fault.code().errorType());
    frame.put("message", fault.message());
    frame.put("error", fault.message());
    id.ifPresent(
        known -> {
          frame.put("id", known);
          frame.put("subscription_id", known);
        });
    frame.set("details", fault.details());
    frame.set("suggestions", fault.suggestions());
    frame.put("retryable", fault.retryable());
    if (fault.details().has("retry_after")) {
      frame.set("retry_after", fault.details().path("retry_after"));
    }
    frame.put("timestamp", time.event(clock.instant()));
    frame.put("trace_id", UUID.randomUUID().toString());
    ObjectNode data = frame.putObject("data");
    data.put("error", fault.message());
    data.set("details", fault.details());
    data.put("client_id", clientId);
    return frame;
  }

  /** The confirmation of a subscription (section 5.6). */
  ObjectNode subscribed(
      Subscription subscription, String message, String status, SubscribeReader.Read read) {
    ObjectNode frame = JSON.objectNode();
    frame.put("type", "subscription_response");
    frame.put("id", subscription.id());
    frame.put("subscription_id", subscription.id());
    frame.put("status", status);
    frame.put("message", message);
    Subscription.Wanted wanted = subscription.wanted();
    addAll(frame.putArray("symbols"), wanted.symbols());
    addAll(frame.putArray("data_types"), wanted.types());
    frame.put("update_frequency", wanted.pace().wireName());
    frame.set("filters", wanted.filters());
    ArrayNode rejected = frame.putArray("rejected");
    read.faults().forEach(fault -> rejected.addAll((ArrayNode) fault.details().path("rejected")));
    frame.set("warnings", read.warnings());
    frame.put("client_id", clientId);
    frame.put("created_at", time.local(subscription.createdAt()));
    frame.put("timestamp", local());
    ObjectNode data = frame.putObject("data");
    data.put("subscription_id", subscription.id());
    data.put("status", status);
    data.put("message", message);
    data.put("symbol", wanted.symbols().get(0));
    data.put("data_type", wanted.types().get(0));
    data.put("client_id", clientId);
    data.put("created_at", time.local(subscription.createdAt()));
    return frame;
  }

  /** The confirmation of a live question, and its entry in the list. */
  ObjectNode live(LiveSubscription subscription, String type) {
    ObjectNode frame = JSON.objectNode();
    frame.put("type", type);
    ObjectNode data = JSON.objectNode();
    for (ObjectNode node : List.of(frame, data)) {
      node.put("id", subscription.id());
      node.put("subscription_id", subscription.id());
      node.put("status", "active");
      node.put("message", "订阅成功");
      node.put("query", subscription.question().text());
      node.put("client_id", clientId);
      node.put("created_at", time.local(subscription.createdAt()));
    }
    frame.put("timestamp", local());
    frame.set("data", data);
    return frame;
  }

  ObjectNode unsubscribed(String id, boolean success) {
    ObjectNode frame = JSON.objectNode();
    frame.put("type", "unsubscribe_response");
    ObjectNode data = JSON.objectNode();
    for (ObjectNode node : List.of(frame, data)) {
      node.put("id", id);
      node.put("subscription_id", id);
      node.put("success", success);
      node.put("timestamp", local());
    }
    frame.set("data", data);
    return frame;
  }

  /** One entry of the list of subscriptions (section 5.8). */
  ObjectNode listed(Subscription subscription, String status) {
    Subscription.Wanted wanted = subscription.wanted();
    ObjectNode entry = JSON.objectNode();
    entry.put("subscription_id", subscription.id());
    entry.put("client_id", clientId);
    addAll(entry.putArray("symbols"), wanted.symbols());
    addAll(entry.putArray("data_types"), wanted.types());
    entry.put("symbol", wanted.symbols().get(0));
    entry.put("data_type", wanted.types().get(0));
    entry.put("frequency", wanted.period().wireName());
    entry.put("update_frequency", wanted.pace().wireName());
    entry.set("filters", wanted.filters());
    entry.put("created_at", time.local(subscription.createdAt()));
    Instant last = subscription.lastMessageAt().orElse(subscription.createdAt());
    entry.put("last_update", time.local(last));
    entry.put("status", status);
    entry.put("message_count", subscription.messages());
    subscription.lastMessageAt().ifPresent(at -> entry.put("last_message_at", time.local(at)));
    return entry;
  }

  ObjectNode list(ArrayNode subscriptions, JsonNode request) {
    ObjectNode data = JSON.objectNode();
    data.set("subscriptions", subscriptions);
    data.put("count", subscriptions.size());
    data.put("timestamp", local());
    return envelope("subscription_list", data, Optional.of(request));
  }

  /** The answer to a flat heartbeat. */
  ObjectNode heartbeatResponse(JsonNode request) {
    ObjectNode frame = JSON.objectNode();
    frame.put("type", "heartbeat_response");
    frame.put("timestamp", time.event(clock.instant()));
    frame.put("server_time", clock.millis());
    return echo(frame, request);
  }

  /** The answer to a heartbeat in the envelope form. */
  ObjectNode heartbeat(JsonNode request) {
    JsonNode sent = request.path("data").path("client_time");
    ObjectNode data = JSON.objectNode();
    data.put("client_id", request.path("data").path("client_id").asText(clientId));
    data.put("server_time", local());
    if (!sent.isMissingNode() && !sent.isNull()) {
      data.set("client_time", sent);
      if (sent.isNumber()) {
        double millis = sent.asDouble() < 1e11 ? sent.asDouble() * 1000 : sent.asDouble();
        data.put("latency_ms", Math.max(0, clock.millis() - millis));
      }
    }
    return envelope("heartbeat", data, Optional.of(request));
  }

  /** A heartbeat that nobody asked for. */
  ObjectNode heartbeat(long sequence) {
    ObjectNode data = JSON.objectNode();
    data.put("client_id", clientId);
    data.put("server_time", local());
    data.put("sequence", sequence);
    return envelope("heartbeat", data, Optional.empty());
  }

  /** The answer to a ping: its timestamp as it came (section 5.4). */
  ObjectNode pong(JsonNode request) {
    ObjectNode frame = JSON.objectNode();
    frame.put("type", "pong");
    if (request.has("timestamp")) {
      frame.set("timestamp", request.path("timestamp"));
    } else {
      frame.put("timestamp", local());
    }
    frame.put("server_time", clock.millis());
    frame.put("client_id", clientId);
    return echo(frame, request);
  }

  /** A condition that clients should know of (section 5.10). */
  ObjectNode status(String type, String severity, String message, ObjectNode details) {
    ObjectNode data = JSON.objectNode();
    data.put("type", type);
    data.put("message", message);
    data.put("severity", severity);
    data.put("timestamp", local());
    data.set("details", details);
    if (details.has("reconnect_after")) {
      data.set("reconnect_after", details.path("reconnect_after"));
    }
    return envelope("status", data, Optional.empty());
  }

  /** Trades that were dropped for a slow client. */
  String gap(Binding.Key key, Outbox.Gap gap) {
    ObjectNode details = JSON.objectNode();
    details.put("symbol", key.topic().symbol());
    details.put("data_type", key.type());
    details.put("from_seq", gap.from());
    details.put("to_seq", gap.to());
    return status("gap", "warning", "部分逐笔数据因接收过慢被丢弃", details).toString();
  }

  private static void addAll(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }
}
