package org.wenshu.feed.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.wenshu.feed.FeedHub;
import org.wenshu.feed.Tick;
import org.wenshu.feed.TickRefusal;

/**
 * Takes in ticks that are brought (contract of the feed, section 14.3). What the same source has
 * brought for the same symbol under the same or a later number is ignored. Thread-safe.
 */
public final class Ingest {
  /** Items of one request. */
  public static final int MAX_ITEMS = 1_000;

  /** The source of ticks that name none. */
  public static final String SOURCE = "ingest";

  private static final int MOST_REMEMBERED = 100_000;

  private final FeedHub hub;
  private final TickReader reader;
  private final Map<String, Long> lastSeq = new ConcurrentHashMap<>();

  /** An ingest into that hub. */
  public Ingest(FeedHub hub, SourceState state, Clock clock) {
    this.hub = hub;
    this.reader = new TickReader(clock, hub.config().zone());
    state.note(SOURCE, true);
  }

  /**
   * What became of a request.
   *
   * @param accepted items taken in, those ignored as known included
   */
  public record Outcome(int accepted, List<Rejected> rejected) {
    /** Copies the list. */
    public Outcome {
      rejected = List.copyOf(rejected);
    }
  }

  /** An item that was not taken in, by its place from 0. */
  public record Rejected(int index, String code, String message) {}

  /** Takes in the items in their order; those beyond {@value #MAX_ITEMS} are rejected. */
  public Outcome accept(Iterable<JsonNode> items) {
    int index = 0;
    int accepted = 0;
    List<Rejected> rejected = new ArrayList<>();
    for (JsonNode item : items) {
      Optional<TickRefusal> refusal =
          index < MAX_ITEMS ? accept(item) : Optional.of(new TickRefusal("TOO_MANY_ITEMS", "条目过多"));
      if (refusal.isPresent()) {
        rejected.add(new Rejected(index, refusal.get().code(), refusal.get().message()));
      } else {
        accepted++;
      }
      index++;
    }
    return new Outcome(accepted, rejected);
  }

  private Optional<TickRefusal> accept(JsonNode item) {
    Tick tick;
    try {
      tick = reader.read(item, SOURCE);
    } catch (IllegalArgumentException unreadable) {
      return Optional.of(new TickRefusal("INVALID_FIELD", "消息格式错误: " + unreadable.getMessage()));
    }
    if (tick.source().equals(TickSequence.SOURCE)) {
      return Optional.of(new TickRefusal("INVALID_FIELD", "消息格式错误: source"));
    }
    return isKnown(tick) ? Optional.empty() : hub.publish(tick);
  }

  private boolean isKnown(Tick tick) {
    if (tick.seq().isEmpty()) {
      return false;
    }
    if (lastSeq.size() > MOST_REMEMBERED) {
      lastSeq.clear();
    }
    long seq = tick.seq().getAsLong();
    boolean[] known = new boolean[1];
    lastSeq.compute(
        tick.source() + " " + tick.symbol(),
        (key, last) -> {
          known[0] = last != null && seq <= last;
          return known[0] ? last : Long.valueOf(seq);
        });
    return known[0];
  }
}
