package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.wenshu.feed.DataType;
import org.wenshu.feed.Symbols;
import org.wenshu.feed.Tick;
import org.wenshu.protocol.ws.feed.FeedFault.Code;

/** Answers what changes the subscriptions of one connection (contract, section 4). */
final class Subscribing {
  private static final String DONE = "订阅成功";
  private static final String KNOWN = "该订阅已存在";
  private static final int MOST_REPLAYED = 100_000;

  private final FeedServices services;
  private final FeedSession session;
  private final Subscriptions subscriptions;
  private final LiveSubscriptions live;
  private final AtomicLong generated = new AtomicLong();

  Subscribing(
      FeedServices services,
      FeedSession session,
      Subscriptions subscriptions,
      LiveSubscriptions live) {
    this.services = services;
    this.session = session;
    this.subscriptions = subscriptions;
    this.live = live;
  }

  /** Confirms, tells of what is rejected, then begins to deliver (section 4.1.3). */
  void subscribe(JsonNode message, Form form) {
    if (message.path("query").isTextual()) {
      live.subscribe(message);
      return;
    }
    if (!services.access().mayRead(session.caller())) {
      throw new RequestFault(FeedFault.of(Code.PERMISSION_DENIED, "权限不足"));
    }
    JsonNode body = message.path("data").isObject() ? message.path("data") : message;
    if (body.path("compression").asText("").equalsIgnoreCase("gzip")) {
      session.compress();
    }
    Optional<String> defaultType = session.marketSymbol().map(s -> DataType.QUOTE.wireName());
    SubscribeReader.Read read =
        services.reader().read(message, form, defaultType, session.isBatching());
    if (read.isEmpty()) {
      read.faults().forEach(fault -> session.fault(fault, read.id(), message));
      return;
    }
    Optional<Subscription> known =
        form == Form.ENVELOPE ? subscriptions.findLike(form, read.wanted()) : Optional.empty();
    if (known.isPresent()) {
      confirm(message, session.frames().subscribed(known.get(), KNOWN, status(), read));
      return;
    }
    String id = read.id().orElseGet(() -> newId(form));
    requireRoom(id, read.wanted().pairs());
    Instant now = services.clock().instant();
    Subscription subscription = new Subscription(id, form, read.wanted(), now);
    confirm(message, session.frames().subscribed(subscription, DONE, status(), read));
    read.faults().forEach(fault -> session.fault(fault, Optional.of(id), message));
    JsonNode after = message.path("after_source_seq");
    if (after.canConvertToLong() && after.isIntegralNumber()) {
      Runnable catchUp =
          subscriptions.put(subscription, teller -> replay(subscription, after.asLong(), teller));
      services.inBackground(catchUp);
    } else {
      subscriptions.put(subscription);
    }
  }

  /** As fast as the client takes it, so that nothing of it has to be merged or dropped. */
  private void replay(Subscription subscription, long after, Consumer<List<Tick>> teller) {
    List<String> symbols = subscription.wanted().symbols();
    long last = after;
    for (long told = 0; told < MOST_REPLAYED && session.awaitRoom(); ) {
      List<Tick> page = services.sources().replay(last, symbols, told == 0);
      teller.accept(page);
      long before = last;
      last = page.stream().mapToLong(tick -> tick.seq().orElse(0)).reduce(before, Math::max);
      if (last == before) {
        return;
      }
      told += page.size();
    }
    ObjectNode details = JsonNodeFactory.instance.objectNode().put("id", subscription.id());
    session.status("gap", "warning", "部分错过的数据未能补发", details.put("from_seq", last + 1));
  }

  private String newId(Form form) {
    return form == Form.ENVELOPE
        ? UUID.randomUUID().toString()
        : "auto-" + generated.incrementAndGet();
  }

  private String status() {
    return services.sources().isDown() ? "pending" : "active";
  }

  private void requireRoom(String id, int pairs) {
    int ids = services.config().maxSubscriptions();
    if (subscriptions.sizeWith(id) > ids) {
      throw new RequestFault(FeedFault.of(Code.MAX_SUBSCRIPTIONS_EXCEEDED, "订阅数量已达上限: " + ids));
    }
    int most = services.config().maxPairs();
    if (subscriptions.pairsWithout(id) + pairs > most) {
      throw new RequestFault(FeedFault.of(Code.MAX_SYMBOLS_EXCEEDED, "代码数量已达上限: " + most));
    }
  }

  private void confirm(JsonNode request, ObjectNode frame) {
    session.control(FeedFrames.echo(frame, request));
  }

  /** By id, or by symbols. */
  void unsubscribe(JsonNode message) {
    JsonNode body = message.path("data").isObject() ? message.path("data") : message;
    Optional<String> id = SubscribeReader.id(message, body);
    if (id.isPresent()) {
      boolean wasLive = live.remove(id.get());
      boolean known = subscriptions.remove(id.get()) || wasLive;
      confirm(message, session.frames().unsubscribed(id.get(), known));
      return;
    }
    List<String> symbols =
        SubscribeReader.texts(body, "symbols", "symbol")
            .orElseThrow(() -> new RequestFault(FeedFault.missing("id")))
            .stream()
            .map(Symbols::normal)
            .toList();
    List<String> touched = subscriptions.removeSymbols(symbols);
    touched.forEach(one -> confirm(message, session.frames().unsubscribed(one, true)));
    if (touched.isEmpty()) {
      confirm(message, session.frames().unsubscribed("", false));
    }
  }
}
