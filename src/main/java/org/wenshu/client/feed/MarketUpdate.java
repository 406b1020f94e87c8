package org.wenshu.client.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One update of one symbol. Numbers are exact. Immutable.
 *
 * @param message all that the server has said
 * @param merged how many updates of the same symbol and type it stands for beside itself, because
 *     this client was slow
 * @param skipped how many updates were dropped before it, because this client was slow
 */
public record MarketUpdate(FeedMessage message, long merged, long skipped) {
  static MarketUpdate of(FeedMessage message) {
    return new MarketUpdate(message, 0, 0);
  }

  /** What it is an update of. */
  public String symbol() {
    return message.symbol();
  }

  /** As it was spelled when subscribed. */
  public String dataType() {
    return message.dataType();
  }

  /** The price; of a quote the last price. Volumes and books have none. */
  public Optional<BigDecimal> price() {
    return message.price();
  }

  /** The volume of the session, or of the trade. */
  public Optional<BigDecimal> volume() {
    return message.volume();
  }

  /** Another number by its name on the wire: {@code change_percent}, {@code high}. */
  public Optional<BigDecimal> number(String name) {
    return message.number(name);
  }

  /** When it happened; empty when the server has not said so exactly. */
  public Optional<Instant> time() {
    JsonNode millis = message.json().path("ts");
    if (millis.canConvertToLong()) {
      return Optional.of(Instant.ofEpochMilli(millis.longValue()));
    }
    try {
      return message.text("timestamp").map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException withoutOffset) {
      return Optional.empty();
    }
  }

  /** Grows with every update of the same symbol and channel. */
  public OptionalLong seq() {
    return integer("seq");
  }

  /** The number in the source, for sources in a table. */
  public OptionalLong sourceSeq() {
    return integer("source_seq");
  }

  private OptionalLong integer(String name) {
    JsonNode value = message.json().path(name);
    return value.canConvertToLong() && value.isNumber()
        ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }

  /** Whether it is the last known value, told because the subscription began. */
  public boolean snapshot() {
    return message.json().path("snapshot").asBoolean();
  }

  /** How many updates it stands for beside itself: merged by the server, or by this client. */
  public long conflated() {
    return message.json().path("conflated").asLong() + merged;
  }

  /** Where it comes from: {@code table}, {@code ingest}, {@code simulator}; empty if not said. */
  public String source() {
    return message.json().path("source").asText();
  }

  /** What is bid, best first; empty for other types than books. */
  public List<BookLevel> bids() {
    return levels("bids");
  }

  /** What is asked, best first; empty for other types than books. */
  public List<BookLevel> asks() {
    return levels("asks");
  }

  private List<BookLevel> levels(String side) {
    List<BookLevel> levels = new ArrayList<>();
    for (JsonNode level : message.json().path(side)) {
      if (level.path(0).isNumber() && level.path(1).isNumber()) {
        levels.add(new BookLevel(level.path(0).decimalValue(), level.path(1).decimalValue()));
      }
    }
    return List.copyOf(levels);
  }

  /** Whether the value of the other is no longer of interest once this one is known. */
  boolean replaces(MarketUpdate other) {
    return isState()
        && symbol().equals(other.symbol())
        && dataType().equals(other.dataType())
        && message.text("period").equals(other.message.text("period"));
  }

  private boolean isState() {
    return !dataType().equals("trade") && !dataType().equals("tick");
  }

  /** In the place of an older one that nobody has seen. */
  MarketUpdate inPlaceOf(MarketUpdate older) {
    return new MarketUpdate(message, merged + older.conflated() + 1, skipped + older.skipped);
  }

  /** After others that nobody will see. */
  MarketUpdate after(MarketUpdate dropped) {
    return new MarketUpdate(message, merged, skipped + dropped.skipped + dropped.conflated() + 1);
  }
}
