package org.wenshu.feed.source;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadFactory;
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
  private static final int MOST_REPLAYED = 10_000;

  private final TableConfig config;
  private final SourceState state;
  private final JdbcTickRows rows;
  private final TablePoller poller;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * A source that reads at once.
   *
   * @param database the one being asked
   * @param whenSkipped runs when rows had to be passed over
   */
  public TableSource(
      FeedHub hub,
      TableConfig config,
      DataSource database,
      PositionStore positions,
      SourceState state,
      Runnable whenSkipped,
      ThreadFactory threads) {
    this.config = config;
    this.state = state;
    this.rows = new JdbcTickRows(database, config, hub.config().zone());
    this.poller = new TablePoller(hub, rows, config, positions, whenSkipped);
    this.thread = threads.newThread(this::run);
    thread.start();
  }

  /** Rows after that id, of these symbols: what a subscriber has missed while it was away. */
  public List<Tick> after(long id, Collection<String> symbols) {
    return rows.after(id, symbols, MOST_REPLAYED);
  }

  private void run() {
    int failures = 0;
    while (!closed) {
      try {
        boolean more = poller.poll();
        state.note(TableColumns.SOURCE, true);
        failures = 0;
        pause(more ? Duration.ZERO : config.interval());
      } catch (RuntimeException e) {
        LOG.log(failures == 0 ? Level.WARNING : Level.FINE, "The table of the feed is silent", e);
        state.note(TableColumns.SOURCE, false);
        failures++;
        pause(backoff(failures));
      }
    }
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
      thread.join(LONGEST_PAUSE.toMillis());
      poller.save();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The position of the feed is not kept", e);
    }
  }
}
