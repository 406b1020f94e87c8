package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.feed.DataType;
import org.wenshu.protocol.frames.FrameSender;
import org.wenshu.protocol.frames.Outgoing;
import org.wenshu.protocol.ws.feed.FeedFault.Code;
import org.wenshu.security.Caller;
import org.wenshu.security.Identity;

/**
 * One connection that uses the feed. Messages come one after the other; frames may be sent at any
 * time. Thread-safe.
 */
public final class FeedSession {
  private static final Logger LOG = Logger.getLogger(FeedSession.class.getName());
  private static final Set<String> SILENT = Set.of("ping", "heartbeat", "ingest", "ack");
  private static final Duration ROOM_WITHIN = Duration.ofSeconds(30);
  private static final int LITTLE = 16;
  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(10);
  private static final CloseReason SILENT_CLIENT =
      new CloseReason(CloseCodes.GOING_AWAY, "Connection timeout");
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
  private static final CloseReason NO_LONGER_KNOWN =
      new CloseReason(CloseCodes.VIOLATED_POLICY, "Not authenticated any more");
  private static final CloseReason TOO_FAST =
      new CloseReason(CloseCodes.VIOLATED_POLICY, "Too many messages");

  private final FeedServices services;
  private final FrameSender sender;
  private final Caller caller;
  private final Optional<Instant> credentialEnds;
  private final Optional<String> marketSymbol;
  private final Instant openedAt;
  private final FeedFrames frames;
  private final Outbox outbox;
  private final Outbox batches;
  private final Compression compression = new Compression();
  private final Acknowledgements acknowledgements =
      new Acknowledgements(ACKNOWLEDGED_WITHIN.toNanos());
  private final Subscriptions subscriptions;
  private final LiveSubscriptions live;
  private final Subscribing subscribing;
  private final Bringing bringing;
  private final MessageRate rate;
  private final AtomicInteger controlWaiting = new AtomicInteger();
  private final AtomicLong received = new AtomicLong();
  private volatile boolean envelopes;
  private volatile boolean batching;
  private volatile long messageNanos = System.nanoTime();
  private boolean welcomed;
  private boolean expired;

  FeedSession(
      FeedServices services, FrameSender sender, Identity identity, Optional<String> marketSymbol) {
    this.services = services;
    this.sender = sender;
    this.caller = identity.caller();
    this.credentialEnds = identity.expiresAt();
    this.marketSymbol = marketSymbol;
    this.openedAt = services.clock().instant();
    this.frames = new FeedFrames(UUID.randomUUID().toString(), services.time(), services.clock());
    FeedWireConfig config = services.config();
    sender.pingEvery(config.pingInterval());
    Flushers.Lane lane = services.flushers().lane();
    DataWriter writer = new DataWriter(services, frames, acknowledgements);
    Outgoing[] drains = new Outgoing[2];
    Runnable flush = () -> sender.sendPromptly(drains[0]);
    this.outbox = new Outbox(config.maxWaiting(), config.maxEvents(), () -> lane.add(flush));
    drains[0] = new Drain(outbox, sender, writer, compression);
    Runnable flushBatch = () -> sender.send(drains[1]);
    this.batches =
        new Outbox(
            config.maxWaiting(),
            config.maxEvents(),
            () -> services.sessions().afterBatching(flushBatch));
    drains[1] = new BatchDrain(batches, sender, writer, compression);
    this.subscriptions = new Subscriptions(services.hub(), outbox, batches);
    this.live = new LiveSubscriptions(services, this);
    this.subscribing = new Subscribing(services, this, subscriptions, live);
    this.bringing = new Bringing(services, this);
    int perSecond = config.messagesPerSecond();
    this.rate =
        new MessageRate(
            perSecond, Math.max(2 * perSecond, config.maxSubscriptions()), System.nanoTime());
  }

  /** Names the connection for clients. */
  public String clientId() {
    return frames.clientId();
  }

  FeedFrames frames() {
    return frames;
  }

  Caller caller() {
    return caller;
  }

  Optional<String> marketSymbol() {
    return marketSymbol;
  }

  Subscriptions subscriptions() {
    return subscriptions;
  }

  Outbox outbox() {
    return outbox;
  }

  Outbox batches() {
    return batches;
  }

  Compression compression() {
    return compression;
  }

  /** Has data come in batches where a subscription does not say otherwise. */
  public void batch() {
    batching = true;
  }

  /** Has long messages compressed from now on. */
  public void compress() {
    compression.begin();
  }

  boolean isBatching() {
    return batching;
  }

  Instant openedAt() {
    return openedAt;
  }

  long received() {
    return received.get();
  }

  /** Greets a client that has come by a path of the feed alone. */
  public void greet() {
    welcome();
    if (marketSymbol.isPresent()) {
      ObjectNode request = JsonNodeFactory.instance.objectNode();
      request.put("symbol", marketSymbol.get()).put("data_type", DataType.QUOTE.wireName());
      subscribing.subscribe(request, Form.FLAT);
    }
  }

  private void welcome() {
    if (!welcomed) {
      welcomed = true;
      control(frames.welcome(services, marketSymbol));
    }
  }

  /** Answers a message. */
  public void receive(JsonNode message, int chars) {
    long began = System.nanoTime();
    services.counters().received(chars);
    received.incrementAndGet();
    messageNanos = began;
    switch (rate.judge(began)) {
      case PASS -> answer(message);
      case DISCARD ->
          fault(
              FeedFault.of(Code.RATE_LIMITED, "请求过于频繁").retryable(rate.retryAfter()),
              Optional.empty(),
              message);
      case CLOSE -> {
        close();
        sender.close(TOO_FAST);
      }
    }
    services.counters().processed(System.nanoTime() - began);
  }

  private void answer(JsonNode message) {
    Optional<String> id = Optional.empty();
    try {
      String type = type(message);
      boolean hasData = message.path("data").isObject();
      if (hasData) {
        envelopes = true;
      }
      id = SubscribeReader.id(message, message.path("data"));
      answer(type.toLowerCase(Locale.ROOT), Form.of(type, hasData), message);
    } catch (RequestFault refused) {
      fault(refused.fault(), id, message);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A message to the feed failed", e);
      fault(FeedFault.of(Code.INTERNAL_ERROR, "内部服务器错误"), id, message);
    }
  }

  private static String type(JsonNode message) {
    JsonNode type = message.has("type") ? message.path("type") : message.path("action");
    return type.asText();
  }

  private void answer(String type, Form form, JsonNode message) {
    if (!SILENT.contains(type)) {
      welcome();
    }
    switch (type) {
      case "subscribe" -> subscribing.subscribe(message, form);
      case "unsubscribe" -> subscribing.unsubscribe(message);
      case "heartbeat" ->
          control(
              message.path("data").isObject()
                  ? frames.heartbeat(message)
                  : frames.heartbeatResponse(message));
      case "ping" -> control(frames.pong(message));
      case "get_subscriptions" -> control(frames.list(listed(), message));
      case "get_stats" -> control(new FeedStats(services).frame(this, message));
      case "ingest" -> bringing.ingest(message);
      case "ack" -> acknowledgements.acknowledged(message, System.nanoTime());
      default -> throw new RequestFault(unsupported(type));
    }
  }

  /** The refusal of a type that is not of the feed. */
  private static FeedFault unsupported(String type) {
    return FeedFault.of(Code.UNSUPPORTED_TYPE, "不支持的消息类型: " + type);
  }

  /** Refuses what was not even a message to the feed. */
  public void refuse(boolean json, String message) {
    received.incrementAndGet();
    fault(
        FeedFault.of(json ? Code.UNSUPPORTED_TYPE : Code.INVALID_JSON, message), Optional.empty());
  }

  /** Refuses a message that is too long. */
  public void refuseTooLong() {
    fault(FeedFault.of(Code.MESSAGE_TOO_LARGE, "消息过大"), Optional.empty());
  }

  private ArrayNode listed() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    String status = services.sources().isDown() ? "pending" : "active";
    subscriptions.all().forEach(one -> list.add(frames.listed(one, status)));
    live.list(list);
    return list;
  }

  void fault(FeedFault fault, Optional<String> id) {
    fault(fault, id, MissingNode.getInstance());
  }

  /** Refuses a request, or a part of it. */
  void fault(FeedFault fault, Optional<String> id, JsonNode request) {
    services.counters().failed(fault.code());
    control(FeedFrames.echo(frames.error(fault, id), request));
  }

  void status(String type, String severity, String message, ObjectNode details) {
    control(frames.status(type, severity, message, details));
  }

  /** Sends after everything sent before but data; gives up a client that lets too many wait. */
  void control(ObjectNode frame) {
    control(frame.toString());
  }

  void control(String text) {
    if (controlWaiting.incrementAndGet() > services.config().maxControlFrames()) {
      services.counters().gaveUp();
      close();
      sender.tooMuchWaits();
      return;
    }
    services.counters().control(text.length());
    sender.send(new ControlFrame(text, controlWaiting, compression));
  }

  /** Sends what is written when its turn comes. */
  void send(Outgoing outgoing) {
    sender.send(outgoing);
  }

  /** Counts such a frame. */
  void counted(int chars) {
    services.counters().control(chars);
  }

  void windowEnds(long epochSecond) {
    subscriptions.windowEnds(epochSecond);
    long now = System.nanoTime();
    if (!acknowledgements.isEmpty()) {
      acknowledgements.keepOnly(subscriptions.bindings());
      acknowledgements.overdue(now).forEach(Binding::again);
    }
    endWithCredential();
    Duration limit = services.config().requireAppHeartbeat();
    if (!limit.isZero() && !envelopes && now - messageNanos > limit.toNanos()) {
      disconnect(SILENT_CLIENT);
    }
  }

  /** Who is no longer known is told so, and closed (section 11.1); clocks may differ a little. */
  private void endWithCredential() {
    Instant latest = services.clock().instant().minus(CLOCKS_DIFFER);
    if (!expired && credentialEnds.filter(end -> end.isBefore(latest)).isPresent()) {
      expired = true;
      fault(FeedFault.of(Code.AUTHENTICATION_FAILED, "认证失败"), Optional.empty());
      services.sessions().disconnectSoon(this, NO_LONGER_KNOWN);
    }
  }

  /** To clients of the envelope form alone (section 5.12). */
  void heartbeat(long sequence) {
    if (envelopes) {
      control(frames.heartbeat(sequence));
    }
  }

  /** Waits until the client has taken nearly all; false when it does not, or is gone. */
  boolean awaitRoom() {
    long end = System.nanoTime() + ROOM_WITHIN.toNanos();
    try {
      while (outbox.size() + batches.size() > LITTLE) {
        if (outbox.isClosed() || System.nanoTime() > end) {
          return false;
        }
        Thread.sleep(2);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return !outbox.isClosed();
  }

  /** Whether anything waits to be sent. */
  boolean isSending() {
    return controlWaiting.get() > 0 || outbox.size() > 0;
  }

  /** Ends the connection from our side. */
  void disconnect(CloseReason reason) {
    close();
    sender.close(reason);
  }

  List<String> ids() {
    return subscriptions.all().stream().map(Subscription::id).toList();
  }

  /** Drops all subscriptions; the connection itself is closed by others. */
  public void close() {
    subscriptions.close();
    live.close();
    outbox.close();
    batches.close();
  }
}
