package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.wenshu.feed.Pace;
import org.wenshu.feed.Period;
import org.wenshu.feed.UpdateFilter;

/** What a client has asked for under one id. Immutable but for its counters. */
final class Subscription {
  private final String id;
  private final Form form;
  private final Wanted wanted;
  private final Instant createdAt;
  private final LongAdder messages = new LongAdder();
  private volatile Instant lastMessageAt;

  Subscription(String id, Form form, Wanted wanted, Instant createdAt) {
    this.id = id;
    this.form = form;
    this.wanted = wanted;
    this.createdAt = createdAt;
  }

  /**
   * What is wanted.
   *
   * @param types as the client spelled them
   * @param levels of a book
   * @param filters as the client wrote them
   * @param delivery how it is sent
   */
  record Wanted(
      List<String> symbols,
      List<String> types,
      Pace pace,
      UpdateFilter filter,
      int levels,
      Period period,
      boolean snapshot,
      ObjectNode filters,
      Delivery delivery) {
    Wanted {
      symbols = List.copyOf(symbols);
      types = List.copyOf(types);
    }

    int pairs() {
      return symbols.size() * types.size();
    }

    Wanted without(List<String> gone) {
      List<String> left = symbols.stream().filter(symbol -> !gone.contains(symbol)).toList();
      return new Wanted(left, types, pace, filter, levels, period, snapshot, filters, delivery);
    }
  }

  String id() {
    return id;
  }

  Form form() {
    return form;
  }

  Wanted wanted() {
    return wanted;
  }

  Instant createdAt() {
    return createdAt;
  }

  void sent(Instant moment) {
    messages.increment();
    lastMessageAt = moment;
  }

  long messages() {
    return messages.sum();
  }

  Optional<Instant> lastMessageAt() {
    return Optional.ofNullable(lastMessageAt);
  }

  /** The same with fewer symbols. */
  Subscription without(List<String> symbols) {
    return new Subscription(id, form, wanted.without(symbols), createdAt);
  }
}
