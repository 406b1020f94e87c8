package org.wenshu.client.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads what comes in, on the thread it comes on: counts, takes what concerns the connection and
 * its subscriptions at once, and hands all of it on to the handlers. Thread-safe.
 */
final class Incoming {
  private static final Logger LOG = Logger.getLogger(Incoming.class.getName());
  private static final int SHOWN_CHARS = 200;

  private final FrameReader reader;
  private final Statistics statistics;
  private final SubscriptionBook book;
  private final Dispatcher dispatcher;
  private final Consumer<FrameReader.Read> handlers;
  private final Consumer<Duration> pauses;

  /**
   * Reads for one client.
   *
   * @param pauses told how long the server asks to stay away
   */
  Incoming(
      FrameReader reader,
      Statistics statistics,
      SubscriptionBook book,
      Dispatcher dispatcher,
      Consumer<FrameReader.Read> handlers,
      Consumer<Duration> pauses) {
    this.reader = reader;
    this.statistics = statistics;
    this.book = book;
    this.dispatcher = dispatcher;
    this.handlers = handlers;
    this.pauses = pauses;
  }

  void bytes(FeedConnection from, byte[] bytes) {
    try {
      text(from, reader.text(bytes));
    } catch (IOException e) {
      unreadable(from, e.toString());
    }
  }

  void text(FeedConnection from, String text) {
    Optional<FrameReader.Read> read = reader.read(text);
    if (read.isEmpty()) {
      unreadable(from, text);
      return;
    }
    statistics.received();
    for (FeedMessage message : read.get().messages()) {
      note(from, message);
    }
    dispatcher.offer(text.length(), () -> hand(from, read.get()), from::more);
  }

  /** Data that carries an id of its own is acknowledged once it is handled (section 9.5). */
  private void hand(FeedConnection from, FrameReader.Read read) {
    handlers.accept(read);
    for (FeedMessage message : read.messages()) {
      if (message.type().equals("data") && message.json().has("message_id")) {
        ObjectNode ack = FeedJson.object("ack");
        ack.set("message_id", message.json().path("message_id"));
        CompletionStage<Void> sent = from.send(ack.toString());
        sent.whenComplete((done, failure) -> notSent(failure));
      }
    }
  }

  /** The server sends once more what it hears nothing of. */
  private static void notSent(Throwable failure) {
    if (failure != null) {
      LOG.log(Level.FINE, "An acknowledgement was not sent", failure);
    }
  }

  private void unreadable(FeedConnection from, String text) {
    String shown = text.length() > SHOWN_CHARS ? text.substring(0, SHOWN_CHARS) + "…" : text;
    LOG.log(Level.WARNING, "无效的消息格式: {0}", shown);
    statistics.fault();
    from.more();
  }

  private void note(FeedConnection from, FeedMessage message) {
    if (message.type().equals("error")) {
      LOG.log(Level.WARNING, "收到服务器错误: {0}", message);
      statistics.fault();
      book.refused(message);
      return;
    }
    from.delivered();
    switch (message.type()) {
      case "data", "live" -> book.seen(message);
      case "subscription_response" -> confirmation(message);
      case "status" -> pause(message);
      default -> {}
    }
  }

  private void confirmation(FeedMessage message) {
    if (message.json().path("status").asText().equals("error")) {
      book.refused(message);
    } else {
      book.confirmed(message);
    }
  }

  private void pause(FeedMessage status) {
    JsonNode data = status.json().path("data");
    JsonNode seconds = data.path("reconnect_after");
    if (data.path("type").asText().equals("server_shutdown") && seconds.isNumber()) {
      double asked = Math.max(0, Math.min(seconds.asDouble(), (double) Backoff.MOST.toSeconds()));
      pauses.accept(Duration.ofMillis((long) (asked * 1_000)));
    }
  }
}
