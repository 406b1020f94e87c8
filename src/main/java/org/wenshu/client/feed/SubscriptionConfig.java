package org.wenshu.client.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is subscribed under one id (contract, section 4.1). Immutable. Symbols and types are checked
 * by the server; here only that there are any.
 */
public final class SubscriptionConfig {
  /** What is sent as soon as possible. */
  public static final String REALTIME = "realtime";

  private static final int MOST_SYMBOLS = 1_000;

  private final List<String> symbols;
  private final List<String> dataTypes;
  private final String updateFrequency;
  private final Map<String, Object> filters;
  private final Optional<String> period;
  private final Optional<Boolean> snapshot;
  private final boolean ack;
  private final boolean batch;
  private final OptionalLong afterSourceSeq;
  private final boolean resume;

  private SubscriptionConfig(Builder builder) {
    this.symbols = List.copyOf(builder.symbols);
    this.dataTypes = List.copyOf(builder.dataTypes);
    this.updateFrequency = builder.updateFrequency;
    this.filters = Map.copyOf(builder.filters);
    this.period = Optional.ofNullable(builder.period);
    this.snapshot = Optional.ofNullable(builder.snapshot);
    this.ack = builder.ack;
    this.batch = builder.batch;
    this.afterSourceSeq = builder.afterSourceSeq;
    this.resume = builder.resume;
    if (symbols.isEmpty() || symbols.size() > MOST_SYMBOLS) {
      throw new IllegalArgumentException("From 1 to " + MOST_SYMBOLS + " symbols are expected");
    }
    if (dataTypes.isEmpty()) {
      throw new IllegalArgumentException("At least one data type is expected");
    }
  }

  /** These types of these symbols as they happen, unfiltered. */
  public SubscriptionConfig(List<String> symbols, List<String> dataTypes) {
    this(builder(symbols, dataTypes));
  }

  /** These types of these symbols at that pace, unfiltered. */
  public SubscriptionConfig(List<String> symbols, List<String> dataTypes, String updateFrequency) {
    this(builder(symbols, dataTypes).updateFrequency(updateFrequency));
  }

  /** These types of these symbols at that pace, filtered; no filters when they are null. */
  public SubscriptionConfig(
      List<String> symbols,
      List<String> dataTypes,
      String updateFrequency,
      Map<String, Object> filters) {
    this(
        builder(symbols, dataTypes)
            .updateFrequency(updateFrequency)
            .filters(filters == null ? Map.of() : filters));
  }

  /** Starts with what has to be said. */
  public static Builder builder(List<String> symbols, List<String> dataTypes) {
    return new Builder(symbols, dataTypes);
  }

  /** What is watched: {@code AAPL}, {@code 000001.SZ}. */
  public List<String> symbols() {
    return symbols;
  }

  /** As they will be spelled in the frames that come: {@code price}, {@code depth}. */
  public List<String> dataTypes() {
    return dataTypes;
  }

  /** {@code realtime} (the default), {@code 1s}, {@code 5s} or {@code 1m}. */
  public String updateFrequency() {
    return updateFrequency;
  }

  /** {@code min_price}, {@code max_price} and the like; never null, empty by default. */
  public Map<String, Object> filters() {
    return filters;
  }

  /** Whether the client asks after a reconnect for what it has missed. */
  boolean resumes() {
    return resume;
  }

  /**
   * The frame that subscribes it.
   *
   * @param lastSeen the highest number of the source that was seen; what follows is asked for
   */
  String frame(String id, OptionalLong lastSeen) {
    ObjectNode frame = FeedJson.object("subscribe").put("id", id);
    symbols.forEach(frame.putArray("symbols")::add);
    dataTypes.forEach(frame.putArray("data_types")::add);
    frame.put("update_frequency", updateFrequency);
    frame.set("filters", FeedJson.tree(filters));
    period.ifPresent(value -> frame.put("period", value));
    snapshot.ifPresent(value -> frame.put("snapshot", value.booleanValue()));
    if (ack) {
      frame.put("ack", true);
    }
    if (batch) {
      frame.put("batch", true);
    }
    OptionalLong after = resume && lastSeen.isPresent() ? lastSeen : afterSourceSeq;
    after.ifPresent(seq -> frame.put("after_source_seq", seq));
    return frame.toString();
  }

  @Override
  public String toString() {
    return "SubscriptionConfig[" + symbols + ", " + dataTypes + ", " + updateFrequency + "]";
  }

  /** Collects what differs from the defaults. Not thread-safe. */
  public static final class Builder {
    private final List<String> symbols;
    private final List<String> dataTypes;
    private String updateFrequency = REALTIME;
    private Map<String, Object> filters = Map.of();
    private String period;
    private Boolean snapshot;
    private boolean ack;
    private boolean batch;
    private OptionalLong afterSourceSeq = OptionalLong.empty();
    private boolean resume;

    private Builder(List<String> symbols, List<String> dataTypes) {
      this.symbols = symbols;
      this.dataTypes = dataTypes;
    }

    /** {@code realtime}, {@code 1s}, {@code 5s} or {@code 1m}. */
    public Builder updateFrequency(String frequency) {
      this.updateFrequency = frequency;
      return this;
    }

    /** All filters at once. */
    public Builder filters(Map<String, Object> all) {
      this.filters = all;
      return this;
    }

    /** One filter more: {@code filter("min_price", 100)}. */
    public Builder filter(String name, Object value) {
      Map<String, Object> more = new LinkedHashMap<>(filters);
      more.put(name, value);
      this.filters = more;
      return this;
    }

    /** The period of bars, for {@code kline}: {@code 1m}, {@code 5m}, {@code 1d}. */
    public Builder period(String name) {
      this.period = name;
      return this;
    }

    /** Whether the last known values are sent first; the server does so unless told not to. */
    public Builder snapshot(boolean first) {
      this.snapshot = first;
      return this;
    }

    /** Asks for delivery that is acknowledged, which the client does once handlers are done. */
    public Builder ack(boolean wanted) {
      this.ack = wanted;
      return this;
    }

    /** Asks that frames are sent in batches, of servers that offer it. */
    public Builder batch(boolean wanted) {
      this.batch = wanted;
      return this;
    }

    /** Asks first for what came after that number ({@code source_seq}) of a source in a table. */
    public Builder afterSourceSeq(long seq) {
      this.afterSourceSeq = OptionalLong.of(seq);
      return this;
    }

    /**
     * Asks after each reconnect for what came since the last {@code source_seq} that was received,
     * so that nothing is missed and nothing comes twice; only sources in a table have numbers.
     */
    public Builder resume(boolean wanted) {
      this.resume = wanted;
      return this;
    }

    /**
     * The configuration.
     *
     * @throws IllegalArgumentException without symbols or types, and for more than 1,000 symbols
     */
    public SubscriptionConfig build() {
      return new SubscriptionConfig(this);
    }
  }
}
