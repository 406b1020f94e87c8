package org.wenshu.feed.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.wenshu.feed.FeedHub;
import org.wenshu.feed.Tick;

/**
 * Feeds the hub from the rows of a table until it is closed. While the database is down it tries
 * again, ever less often up to every five seconds, and goes on where it was. Thread-safe.
 */
public final class TableSource implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(TableSource.class.getName());
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final int REPLAYED_AT_ONCE = 64;
  private static final int MOST_CHANGES = 10_000;

  private static final int WHILE_FOLLOWING = 10;

  private final TableConfig config;
  private final SourceState state;
  private final JdbcTickRows rows;
  private final TablePoller poller;
  private final BlockingQueue<Runnable> changes = new ArrayBlockingQueue<>(MOST_CHANGES);
  private final Optional<LogConfig> log;
  private final ThreadFactory threads;
  private final Thread thread;
  private Optional<LogWatch> watch = Optional.empty();
  private volatile boolean closed;

  /**
   * A source that reads at once.
   *
   * @param database the one being asked
   * @param log where its changes are told, when they are to be followed
   * @param whenSkipped runs when rows had to be passed over
   */
  public TableSource(
      FeedHub hub,
      TableConfig config,
      DataSource database,
      Optional<LogConfig> log,
      PositionStore positions,
      SourceState state,
      Runnable whenSkipped,
      ThreadFactory threads) {
    this.config = config;
    this.state = state;
    this.rows = new JdbcTickRows(database, config, hub.config().zone());
    this.poller = new TablePoller(hub, rows, config, positions, whenSkipped);
    this.log = log;
    this.threads = threads;
    this.thread = threads.newThread(this::run);
    thread.start();
  }

  /**
   * The next rows after that id, of these symbols: what a subscriber has missed while it was away.
   *
   * @param first whether to tell those smaller ids as well that were committed late, which it may
   *     have missed too
   */
  public List<Tick> after(long id, Collection<String> symbols, boolean first) {
    List<Tick> missed =
        new ArrayList<>(first ? TickRow.ticks(rows.byId(poller.lateUpTo(id))) : List.of());
    missed.removeIf(tick -> !symbols.contains(tick.symbol()));
    List<TickRow> page = rows.after(id, symbols, REPLAYED_AT_ONCE);
    // None at all would mean that there are no more.
    while (page.size() == REPLAYED_AT_ONCE && TickRow.ticks(page).isEmpty() && !closed) {
      page = rows.after(page.get(page.size() - 1).id(), symbols, REPLAYED_AT_ONCE);
    }
    missed.addAll(TickRow.ticks(page));
    return missed;
  }

  /** The table it reads. */
  String table() {
    return config.table();
  }

  /** What the table's columns hold. */
  TableColumns columns() {
    return rows.columns();
  }

  private void run() {
    int failures = 0;
    while (!closed) {
      try {
        boolean more = poller.poll();
        state.note(TableColumns.SOURCE, true);
        failures = 0;
        follow();
        await(more ? Duration.ZERO : untilNext());
      } catch (InterruptedException stopped) {
        closed = true;
      } catch (RuntimeException e) {
        LOG.log(failures == 0 ? Level.WARNING : Level.FINE, "The table of the feed is silent", e);
        state.note(TableColumns.SOURCE, false);
        failures++;
        pause(backoff(failures));
      }
    }
  }

  private void follow() {
    if (watch.isEmpty() && log.isPresent()) {
      LogWatch.Listener listener =
          new LogWatch.Listener() {
            @Override
            public void inserted(List<Long> ids, long millis) {
              tell(() -> poller.committed(ids, millis));
            }

            @Override
            public void updated(List<Long> ids) {
              tell(() -> poller.changed(ids));
            }

            @Override
            public void reached(TablePosition.LogPlace place) {
              tell(() -> poller.reached(place));
            }

            @Override
            public void lost() {
              tell(poller::lost);
            }
          };
      watch =
          Optional.of(
              new LogWatch(
                  log.get(),
                  rows.schema(),
                  config.table(),
                  rows::idPlace,
                  poller.place(),
                  listener,
                  threads));
    }
  }

  /** Has the log wait rather than forget what it has told. */
  private void tell(Runnable change) {
    try {
      changes.put(change);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration untilNext() {
    boolean following = watch.filter(LogWatch::isFollowing).isPresent();
    Duration usual =
        following ? config.interval().multipliedBy(WHILE_FOLLOWING) : config.interval();
    return poller.pause().filter(pause -> pause.compareTo(usual) < 0).orElse(usual);
  }

  /** Until the time is over, or the log tells of something. */
  private void await(Duration time) throws InterruptedException {
    Runnable first = changes.poll(time.toMillis(), TimeUnit.MILLISECONDS);
    if (first == null) {
      return;
    }
    List<Runnable> told = new ArrayList<>(List.of(first));
    changes.drainTo(told);
    told.forEach(Runnable::run);
  }

  private Duration backoff(int failures) {
    Duration pause = config.interval().multipliedBy(1L << Math.min(failures, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException stopped) {
      closed = true;
    }
  }

  /** Stops reading and keeps the position. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      watch.ifPresent(LogWatch::close);
      thread.join(LONGEST_PAUSE.toMillis());
      poller.save();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The position of the feed is not kept", e);
    }
  }
}
