package org.wenshu.feed.source;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.wenshu.feed.FeedHub;
import org.wenshu.feed.Field;
import org.wenshu.feed.Tick;
import org.wenshu.feed.source.TablePosition.LogPlace;

/**
 * Publishes the rows of a table as they are committed, each once. Ids are drawn before a row is
 * committed, so that a smaller one may come after a larger: ids that are passed over are asked for
 * again. The position is kept, so that a restart goes on where the run before has ended. Confined
 * to one thread at a time.
 */
final class TablePoller {
  private static final Logger LOG = Logger.getLogger(TablePoller.class.getName());
  private static final int BATCH = 1_000;
  private static final int RECENT = 10_000;
  private static final int SEQ_MARGIN = 1_000;
  private static final int MOST_LATE = 2_000;
  private static final long LATELY_NANOS = 300_000_000_000L;
  private static final long SAVE_NANOS = 200_000_000L;
  private static final Duration UNTIL_INSERTED = Duration.ofSeconds(5);
  private static final Duration UNTIL_UPDATED = Duration.ofSeconds(1);

  private final FeedHub hub;
  private final TickRows rows;
  private final TableConfig config;
  private final PositionStore positions;
  private final Runnable whenSkipped;
  private final MissingIds missing;
  private final ToldIds inserted = new ToldIds(UNTIL_INSERTED);
  private final ToldIds updated = new ToldIds(UNTIL_UPDATED);
  private final Map<Long, Tick> recent =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Tick> eldest) {
          return size() > RECENT;
        }
      };
  private final ArrayDeque<Late> lately = new ArrayDeque<>();
  private boolean started;
  private long lastId;
  private long late;
  private Optional<LogPlace> place = Optional.empty();
  private Optional<LogPlace> savedPlace = Optional.empty();
  private long startedId;
  private long perhapsToldId;
  private long startedMillis;
  private long savedId;
  private long savedNanos;

  /**
   * A poller that has read nothing yet.
   *
   * @param whenSkipped runs when rows had to be passed over
   */
  TablePoller(
      FeedHub hub,
      TickRows rows,
      TableConfig config,
      PositionStore positions,
      Runnable whenSkipped) {
    this.hub = hub;
    this.rows = rows;
    this.config = config;
    this.positions = positions;
    this.whenSkipped = whenSkipped;
    this.missing = new MissingIds(config.patience().toNanos());
  }

  /** Publishes what has come since the last time; true when there may be more at once. */
  boolean poll() {
    if (!started) {
      start();
      started = true;
    }
    long now = System.nanoTime();
    List<Long> waitedFor = missing.waitedFor(now);
    for (Tick tick : rows.byId(waitedFor)) {
      if (missing.found(id(tick))) {
        late++;
        noteLate(id(tick), lastId);
        publish(tick);
      }
    }
    List<Tick> fresh = rows.after(lastId, BATCH);
    for (Tick tick : fresh) {
      missing.between(lastId, id(tick), now);
      lastId = id(tick);
      if (lastId <= perhapsToldId) {
        noteLate(lastId, perhapsToldId);
      }
      publish(tick);
    }
    lookAtUpdated(now);
    saveNowAndThen(now);
    return fresh.size() == BATCH;
  }

  private void noteLate(long id, long toldBefore) {
    synchronized (lately) {
      lately.add(new Late(id, toldBefore, System.nanoTime()));
      if (lately.size() > MOST_LATE) {
        lately.poll();
      }
    }
  }

  /**
   * Ids up to this one that were told after larger ones in the last minutes, or may have been
   * because of a restart: who last heard of this one may not have heard of them. Who has heard of
   * one that was told after them has. On any thread.
   */
  List<Long> lateUpTo(long id) {
    long now = System.nanoTime();
    synchronized (lately) {
      lately.removeIf(one -> now - one.nanos() > LATELY_NANOS);
      return lately.stream()
          .filter(one -> one.id() <= id && id <= one.toldBefore())
          .map(Late::id)
          .sorted()
          .toList();
    }
  }

  /** A row that was told late, the largest that was told before it, and when. */
  private record Late(long id, long toldBefore, long nanos) {}

  /**
   * The log tells that these rows are being committed. They are looked for until they can be read.
   * Those that are larger than the last will be read anyway; of smaller ones, those that nobody
   * waits for any more are waited for again. What the log tells of the time before a restart was
   * told then, as far as it is not missing.
   *
   * @param millis when they were written
   */
  void committed(List<Long> ids, long millis) {
    long now = System.nanoTime();
    long known = millis < startedMillis ? startedId : 0;
    List<Long> unknown =
        ids.stream().filter(id -> started && id > known && !recent.containsKey(id)).toList();
    inserted.add(unknown, now);
    missing.all(unknown.stream().filter(id -> id <= lastId).toList(), now);
  }

  /** The log tells that these rows are being changed. */
  void changed(List<Long> ids) {
    if (started) {
      updated.add(ids, System.nanoTime());
    }
  }

  /** All that the log holds before this place has been told. */
  void reached(LogPlace reached) {
    place = Optional.of(reached);
  }

  /** Where to go on in the log. */
  Optional<LogPlace> place() {
    return place;
  }

  /** What the log held is not known. */
  void lost() {
    place = Optional.empty();
    whenSkipped.run();
  }

  /** How long to wait before the next look for what the log has told; empty when all is there. */
  Optional<Duration> pause() {
    long now = System.nanoTime();
    return Stream.of(inserted.pause(now), updated.pause(now))
        .flatMap(Optional::stream)
        .min(Duration::compareTo);
  }

  /**
   * Rows that are not as they were told last are told once more; not as trades, which they are not.
   * One may change again while it is looked at, so that none is done with before its time is over.
   */
  private void lookAtUpdated(long now) {
    for (Tick tick : rows.byId(updated.waitedFor(now))) {
      Tick before = recent.put(id(tick), tick);
      if (before == null || !withoutTrade(before).equals(withoutTrade(tick))) {
        hub.publish(withoutTrade(tick));
      }
    }
  }

  private static Tick withoutTrade(Tick tick) {
    Map<Field, BigDecimal> numbers = new EnumMap<>(Field.class);
    numbers.putAll(tick.numbers());
    numbers.remove(Field.LAST_VOLUME);
    return new Tick(
        tick.source(), tick.symbol(), tick.time(), tick.seq(), numbers, Map.of(), tick.book());
  }

  private void start() {
    Optional<TablePosition> kept = positions.load(config.table(), config.node());
    long last = rows.lastId();
    lastId = kept.map(TablePosition::lastId).filter(id -> id <= last).orElse(last);
    if (last - lastId > config.maxCatchUp()) {
      LOG.log(Level.WARNING, "{0} rows of the feed are passed over", last - lastId);
      lastId = last;
      whenSkipped.run();
    }
    kept.ifPresent(
        position -> {
          place = position.log();
          // Larger ones may have been told before, as the position is kept only now and then.
          perhapsToldId = Math.min(last, lastId + SEQ_MARGIN);
          missing.all(position.missing(), System.nanoTime());
          hub.raiseSeqFloor(position.maxSeq());
          late = Math.max(0, position.maxSeq() - position.lastId());
        });
    startedId = lastId;
    startedMillis = System.currentTimeMillis();
    savedId = -1;
    rows.newest(lastId).forEach(this::publish);
  }

  /** A row that is refused is counted by the hub; it holds up no other. */
  private void publish(Tick tick) {
    recent.put(id(tick), tick);
    inserted.delivered(id(tick));
    hub.publish(tick);
  }

  private void saveNowAndThen(long now) {
    boolean moved = lastId != savedId || !place.equals(savedPlace);
    if (moved && now - savedNanos > SAVE_NANOS) {
      savedNanos = now;
      try {
        save();
      } catch (SourceException notNow) {
        // What is told meanwhile may be told again after a restart; that is no reason to be silent.
        LOG.log(Level.FINE, "The position of the feed is not kept", notNow);
      }
    }
  }

  /** Keeps the position; what is published before it is kept may be published again. */
  void save() {
    if (started) {
      List<Long> waitedFor = missing.waitedFor(System.nanoTime());
      long maxSeq = lastId + Math.max(late, SEQ_MARGIN);
      positions.save(
          config.table(), config.node(), new TablePosition(lastId, waitedFor, maxSeq, place));
      savedId = lastId;
      savedPlace = place;
    }
  }

  private static long id(Tick tick) {
    return tick.seq().orElseThrow();
  }
}
