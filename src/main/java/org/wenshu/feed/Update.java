package org.wenshu.feed;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * A value of a topic at one moment. Immutable but for the texts of it, which are written once and
 * shared by all who send it. Thread-safe.
 */
public final class Update {
  private final TopicKey topic;
  private final long seq;
  private final Instant time;
  private final String source;
  private final Map<String, Object> members;
  private final Optional<Book> book;
  private final Traits traits;
  private final OptionalLong sourceSeq;
  private final long acceptedNanos;
  private final AtomicReferenceArray<String> texts =
      new AtomicReferenceArray<>(Book.MOST_LEVELS + 1);
  private volatile Beginning whole;

  /**
   * What filters look at.
   *
   * @param price the reference price (section 8.2)
   */
  public record Traits(
      Optional<BigDecimal> price,
      Optional<BigDecimal> volume,
      Optional<BigDecimal> changePercent,
      Optional<String> side) {}

  Update(
      TopicKey topic,
      long seq,
      Origin origin,
      Map<String, Object> members,
      Optional<Book> book,
      Traits traits) {
    this.topic = topic;
    this.seq = seq;
    this.time = origin.time();
    this.source = origin.source();
    this.sourceSeq = origin.sourceSeq();
    this.acceptedNanos = origin.acceptedNanos();
    this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    this.book = book;
    this.traits = traits;
  }

  /** Where an update comes from, and when it was taken in. */
  record Origin(String source, Instant time, OptionalLong sourceSeq, long acceptedNanos) {
    Origin at(Instant other) {
      return new Origin(source, other, sourceSeq, acceptedNanos);
    }
  }

  /** The topic it is of. */
  public TopicKey topic() {
    return topic;
  }

  /** Grows with every update of the topic. */
  public long seq() {
    return seq;
  }

  /** When it happened; of a bar, when it began. */
  public Instant time() {
    return time;
  }

  /** Who told it. */
  public String source() {
    return source;
  }

  /** The source's own number of what it told, such as the id of a row. */
  public OptionalLong sourceSeq() {
    return sourceSeq;
  }

  /** Its payload in the order of the wire: numbers, texts and truths. Without the book's levels. */
  public Map<String, Object> members() {
    return members;
  }

  /** The levels, of a book. */
  public Optional<Book> book() {
    return book;
  }

  /** What filters look at. */
  public Traits traits() {
    return traits;
  }

  /** When the server took it in, on the monotonic clock. */
  public long acceptedNanos() {
    return acceptedNanos;
  }

  /**
   * A text of this update, written when it is first asked for and shared from then on.
   *
   * @param kind which text, from 0 to {@value Book#MOST_LEVELS}
   */
  public String text(int kind, Supplier<String> writer) {
    String known = texts.get(kind);
    if (known == null) {
      known = writer.get();
      texts.set(kind, known);
    }
    return known;
  }

  /** Such a text that begins as many others do; only the one asked for last is kept. */
  public String text(String beginning, Supplier<String> writer) {
    Beginning latest = whole;
    if (latest == null || !latest.beginning().equals(beginning)) {
      latest = new Beginning(beginning, writer.get());
      whole = latest;
    }
    return latest.text();
  }

  private record Beginning(String beginning, String text) {}
}
