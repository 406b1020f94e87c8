package org.wenshu.feed.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.wenshu.feed.FeedHub;
import org.wenshu.feed.Tick;
import org.wenshu.feed.TickRefusal;

/**
 * Takes in ticks that are brought (contract of the feed, section 14.3). What the same source has
 * brought for the same symbol under the same or a later number is ignored. Where a table is to keep
 * them, they are not accepted before it does, and that table alone tells them. Thread-safe.
 */
public final class Ingest {
  /** Items of one request. */
  public static final int MAX_ITEMS = 1_000;

  /** The source of ticks that name none. */
  public static final String SOURCE = "ingest";

  private static final int MOST_REMEMBERED = 100_000;
  private static final long TURN_SECONDS = 10;

  private final FeedHub hub;
  private final TickReader reader;
  private final Map<String, Long> lastSeq = new ConcurrentHashMap<>();
  private final ReentrantLock keeping = new ReentrantLock();
  private volatile Optional<TickTable> table = Optional.empty();

  /** An ingest into that hub. */
  public Ingest(FeedHub hub, SourceState state, Clock clock) {
    this.hub = hub;
    this.reader = new TickReader(clock, hub.config().zone());
    state.note(SOURCE, true);
  }

  /** Has the table keep what is accepted from now on. */
  public void keepIn(TickTable keeper) {
    table = Optional.of(keeper);
  }

  /** Whether a table keeps what is accepted, so that accepting waits for a database. */
  public boolean isKeeping() {
    return table.isPresent();
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
  public record Rejected(int index, String code, String message) {
    private Rejected(int index, TickRefusal refusal) {
      this(index, refusal.code(), refusal.message());
    }
  }

  private record Item(int index, Tick tick) {}

  /**
   * Takes in the items in their order; those beyond {@value #MAX_ITEMS} are rejected.
   *
   * @throws SourceException when they cannot be kept now; none was accepted
   */
  public Outcome accept(Iterable<JsonNode> items) {
    int index = 0;
    List<Item> read = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    for (JsonNode item : items) {
      try {
        if (index < MAX_ITEMS) {
          read.add(new Item(index, read(item)));
        } else {
          rejected.add(new Rejected(index, "TOO_MANY_ITEMS", "条目过多"));
        }
      } catch (IllegalArgumentException unreadable) {
        rejected.add(new Rejected(index, TickRefusal.field(unreadable.getMessage())));
      }
      index++;
    }
    Optional<TickTable> keeper = table;
    rejected.addAll(keeper.isPresent() ? keep(read, keeper.get()) : tell(read));
    rejected.sort(Comparator.comparingInt(Rejected::index));
    return new Outcome(index - rejected.size(), rejected);
  }

  private Tick read(JsonNode item) {
    Tick tick = reader.read(item, SOURCE);
    if (tick.source().equals(TickSequence.SOURCE)) {
      throw new IllegalArgumentException("source");
    }
    return tick;
  }

  private List<Rejected> tell(List<Item> items) {
    List<Rejected> rejected = new ArrayList<>();
    for (Item item : items) {
      tell(item.tick()).ifPresent(why -> rejected.add(new Rejected(item.index(), why)));
    }
    return rejected;
  }

  /** A number counts as known once it was taken in: what is refused may be brought again. */
  private Optional<TickRefusal> tell(Tick tick) {
    if (tick.seq().isEmpty()) {
      return hub.publish(tick);
    }
    List<TickRefusal> refusal = new ArrayList<>();
    long seq = tick.seq().getAsLong();
    forgetWhenTooMany();
    lastSeq.compute(
        key(tick),
        (key, last) -> {
          if (last != null && seq <= last) {
            return last;
          }
          hub.publish(tick).ifPresent(refusal::add);
          return refusal.isEmpty() ? Long.valueOf(seq) : last;
        });
    return refusal.stream().findFirst();
  }

  /** One request after the other, so that one that comes twice finds its numbers known. */
  private List<Rejected> keep(List<Item> items, TickTable keeper) {
    List<Rejected> rejected = new ArrayList<>();
    awaitTurn();
    try {
      List<Item> fit = new ArrayList<>();
      Map<String, Long> seen = new HashMap<>();
      for (Item item : items) {
        Optional<TickRefusal> refusal = hub.refusal(item.tick());
        refusal.ifPresent(why -> rejected.add(new Rejected(item.index(), why)));
        if (refusal.isEmpty() && isNew(item.tick(), seen)) {
          fit.add(item);
        }
      }
      Set<Integer> refused =
          fit.isEmpty() ? Set.of() : keeper.keep(fit.stream().map(Item::tick).toList());
      for (int i = 0; i < fit.size(); i++) {
        if (refused.contains(i)) {
          rejected.add(new Rejected(fit.get(i).index(), "INVALID_FIELD", "数据表不接受该条目"));
        } else {
          remember(fit.get(i).tick());
        }
      }
    } finally {
      keeping.unlock();
    }
    return rejected;
  }

  private void awaitTurn() {
    try {
      if (!keeping.tryLock(TURN_SECONDS, TimeUnit.SECONDS)) {
        throw new SourceException("The table of the feed is busy");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceException("The server stops");
    }
  }

  private boolean isNew(Tick tick, Map<String, Long> seen) {
    if (tick.seq().isEmpty()) {
      return true;
    }
    long seq = tick.seq().getAsLong();
    Long last = seen.getOrDefault(key(tick), lastSeq.get(key(tick)));
    if (last != null && seq <= last) {
      return false;
    }
    seen.put(key(tick), seq);
    return true;
  }

  private void remember(Tick tick) {
    forgetWhenTooMany();
    tick.seq().ifPresent(seq -> lastSeq.merge(key(tick), seq, Math::max));
  }

  private void forgetWhenTooMany() {
    if (lastSeq.size() > MOST_REMEMBERED) {
      lastSeq.clear();
    }
  }

  private static String key(Tick tick) {
    return tick.source() + " " + tick.symbol();
  }
}
