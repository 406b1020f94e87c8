package org.wenshu.feed.source;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private static final long LOG_NANOS = 10_000_000_000L;
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
  private final LogPlaces places = new LogPlaces(UNTIL_UPDATED.toNanos());
  private final Map<Long, TickRow> recent =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, TickRow> eldest) {
          return size() > RECENT;
        }
      };
  private final ArrayDeque<Late> lately = new ArrayDeque<>();
  private boolean started;
  private long lastId;
  private long late;
  private Optional<LogPlace> savedPlace = Optional.empty();
  private long startedId;
  private long perhapsToldId;
  private long startedMillis;
  private long savedId;
  private long savedNanos;
  private int unread;
  private Optional<TickRow.Unusable> lastUnread = Optional.empty();
  private long loggedNanos;

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
    publishLate(now);
    List<TickRow> fresh = rows.after(lastId, BATCH);
    for (TickRow row : fresh) {
      missing.between(lastId, row.id(), now);
      lastId = row.id();
      if (lastId <= perhapsToldId) {
        noteLate(lastId, perhapsToldId);
      }
      publish(row);
    }
    lookAtUpdated(now);
    logUnread(now);
    saveNowAndThen(now);
    return fresh.size() == BATCH;
  }

  private void publishLate(long now) {
    List<Long> waitedFor = missing.waitedFor(now);
    for (int first = 0; first < waitedFor.size(); first += BATCH) {
      int end = Math.min(waitedFor.size(), first + BATCH);
      for (TickRow row : rows.byId(waitedFor.subList(first, end))) {
        if (missing.found(row.id())) {
          late++;
          noteLate(row.id(), Math.max(lastId, perhapsToldId));
          publish(row);
        }
      }
    }
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
   * waits for any more are waited for again.
   *
   * @param millis when they were written
   */
  void committed(List<Long> ids, long millis) {
    if (started) {
      long now = System.nanoTime();
      List<Long> unknown = ids.stream().filter(id -> !isTold(id, millis)).toList();
      inserted.add(unknown, now);
      missing.told(unknown.stream().filter(id -> id <= lastId).toList(), now);
    }
  }

  /**
   * What was written before a restart was told then, as far as it was not passed over; of what was
   * passed over long ago only the log knows.
   */
  private boolean isTold(long id, long millis) {
    if (id > lastId || recent.containsKey(id)) {
      return id <= lastId;
    }
    boolean before = id <= startedId && millis < startedMillis;
    return missing.isRead(id) || (before && !missing.isPassedOver(id));
  }

  /** The log tells that these rows are being changed. */
  void changed(List<Long> ids) {
    if (started) {
      updated.add(ids, System.nanoTime());
    }
  }

  /** All that the log holds before this place has been told. */
  void reached(LogPlace reached) {
    long now = System.nanoTime();
    if (updated.waitedFor(now).isEmpty()) {
      places.begin(Optional.of(reached));
    } else {
      places.reached(reached, now);
    }
  }

  /** Where to go on in the log. */
  Optional<LogPlace> place() {
    return places.last();
  }

  /** What the log held is not known. */
  void lost() {
    places.begin(Optional.empty());
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
    for (TickRow row : rows.byId(updated.waitedFor(now))) {
      TickRow before = recent.put(row.id(), row);
      if (row instanceof TickRow.Usable readable) {
        Tick told = withoutTrade(readable.tick());
        if (!(before instanceof TickRow.Usable known) || !withoutTrade(known.tick()).equals(told)) {
          hub.publish(told);
        }
      }
    }
  }

  private static Tick withoutTrade(Tick tick) {
    Map<Field, BigDecimal> numbers = new EnumMap<>(Field.class);
    numbers.putAll(tick.numbers());
    numbers.remove(Field.LAST_VOLUME);
    Map<String, String> texts = new HashMap<>(tick.texts());
    texts.keySet().retainAll(Set.of("source"));
    return new Tick(
        tick.source(), tick.symbol(), tick.time(), tick.seq(), numbers, texts, tick.book());
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
    missing.begin(lastId, kept.map(TablePosition::missing).orElse(List.of()), System.nanoTime());
    kept.ifPresent(
        position -> {
          places.begin(position.log());
          // Larger ones may have been told before, as the position is kept only now and then.
          perhapsToldId = Math.min(last, lastId + SEQ_MARGIN);
          hub.raiseSeqFloor(position.maxSeq());
          late = Math.max(0, position.maxSeq() - position.lastId());
        });
    startedId = lastId;
    // A log that is followed from its end tells of nothing that was told before.
    startedMillis = places.last().isPresent() ? System.currentTimeMillis() : 0;
    savedId = -1;
    rows.newest(lastId).forEach(this::publish);
  }

  /** A row that is refused, or cannot be read, is counted by the hub; it holds up no other. */
  private void publish(TickRow row) {
    recent.put(row.id(), row);
    inserted.delivered(row.id());
    if (row instanceof TickRow.Usable readable) {
      hub.publish(readable.tick());
    } else if (row instanceof TickRow.Unusable unreadable) {
      hub.countUnreadable();
      unread++;
      lastUnread = Optional.of(unreadable);
    }
  }

  /** Whoever writes rows that nobody can read mostly writes many of them. */
  private void logUnread(long now) {
    if (unread > 0 && (loggedNanos == 0 || now - loggedNanos > LOG_NANOS)) {
      TickRow.Unusable last = lastUnread.orElseThrow();
      String message = unread + " rows of the feed cannot be read, lastly that of id " + last.id();
      LOG.log(Level.WARNING, message, last.reason());
      loggedNanos = now;
      unread = 0;
    }
  }

  private void saveNowAndThen(long now) {
    boolean moved = lastId != savedId || !places.settled(now).equals(savedPlace);
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
      long maxSeq = lastId + Math.max(late, SEQ_MARGIN);
      Optional<LogPlace> place = places.settled(System.nanoTime());
      positions.save(
          config.table(), config.node(), new TablePosition(lastId, missing.all(), maxSeq, place));
      savedId = lastId;
      savedPlace = place;
    }
  }
}
