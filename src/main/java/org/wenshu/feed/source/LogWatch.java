package org.wenshu.feed.source;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventData;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.QueryEventData;
import com.github.shyiko.mysql.binlog.event.RotateEventData;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.UpdateRowsEventData;
import com.github.shyiko.mysql.binlog.event.WriteRowsEventData;
import com.github.shyiko.mysql.binlog.event.XidEventData;
import com.github.shyiko.mysql.binlog.network.ServerException;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.feed.source.TablePosition.LogPlace;

/**
 * Follows the server's log of changes as a replica does, and tells the ids of rows of one table as
 * they are committed. What a row holds is read from the table. Comes back by itself, and goes on
 * after the last transaction it has told of; where the server has not kept the log so long, it says
 * so and begins at the end. Thread-safe.
 */
final class LogWatch implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(LogWatch.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int FIRST_SERVER_ID = 1 << 20;
  private static final int NOT_KEPT = 1236;
  private static final long FIRST_OFFSET = 4;

  /** How often the place is told while the log holds nothing of the table. */
  private static final long QUIET_NANOS = 60_000_000_000L;

  private final BinaryLogClient client;
  private final String schema;
  private final String table;
  private final IntSupplier idPlace;
  private final Listener listener;
  private final Thread thread;
  private long tableId = -1;
  private String file = "";
  private boolean touched;
  private long toldNanos = System.nanoTime() - QUIET_NANOS;
  private volatile Optional<LogPlace> place;
  private volatile boolean closed;

  /** Hears of committed rows. Must not block for long. */
  interface Listener {
    /**
     * Rows that are new.
     *
     * @param millis when they were written, by the server's clock
     */
    void inserted(List<Long> ids, long millis);

    void updated(List<Long> ids);

    /** All before this place has been told. */
    void reached(LogPlace place);

    /** The server has not kept the log since the last place; what it held is not known. */
    void lost();
  }

  /**
   * A watch that begins at once.
   *
   * @param from where to go on; empty for the end of the log
   * @param idPlace which of the table's columns is the id, from 0
   */
  LogWatch(
      LogConfig config,
      String schema,
      String table,
      IntSupplier idPlace,
      Optional<LogPlace> from,
      Listener listener,
      ThreadFactory threads) {
    this.place = from;
    this.schema = schema;
    this.table = table;
    this.idPlace = idPlace;
    this.listener = listener;
    this.client =
        new BinaryLogClient(config.host(), config.port(), config.user(), config.password());
    client.setServerId(ThreadLocalRandom.current().nextInt(FIRST_SERVER_ID, Integer.MAX_VALUE));
    client.setKeepAlive(false);
    client.registerEventListener(this::hear);
    client.registerLifecycleListener(
        new BinaryLogClient.AbstractLifecycleListener() {
          @Override
          public void onCommunicationFailure(BinaryLogClient failed, Exception reason) {
            if (reason instanceof ServerException refused && refused.getErrorCode() == NOT_KEPT) {
              forget();
            }
          }
        });
    this.thread = threads.newThread(this::follow);
    thread.start();
  }

  /** Whether the log is followed now. */
  boolean isFollowing() {
    return client.isConnected();
  }

  private void forget() {
    LOG.log(Level.WARNING, "The server has not kept the log of changes since {0}", place);
    place = Optional.empty();
    listener.lost();
  }

  private void follow() {
    boolean told = false;
    while (!closed) {
      try {
        tableId = -1;
        client.setBinlogFilename(place.map(LogPlace::file).orElse(null));
        client.setBinlogPosition(place.map(LogPlace::offset).orElse(FIRST_OFFSET));
        client.connect();
        told = false;
      } catch (IOException | RuntimeException e) {
        LOG.log(told ? Level.FINE : Level.WARNING, "The log of changes cannot be followed", e);
        told = true;
      }
      try {
        Thread.sleep(closed ? 0 : PAUSE.toMillis());
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private void hear(Event event) {
    EventData data = event.getData();
    if (data instanceof TableMapEventData map) {
      boolean ours =
          map.getDatabase().equalsIgnoreCase(schema) && map.getTable().equalsIgnoreCase(table);
      if (ours) {
        tableId = map.getTableId();
      } else if (map.getTableId() == tableId) {
        tableId = -1;
      }
    } else if (data instanceof WriteRowsEventData rows && rows.getTableId() == tableId) {
      touched = true;
      listener.inserted(
          rows.getRows().stream().map(this::id).toList(), event.getHeader().getTimestamp());
    } else if (data instanceof UpdateRowsEventData rows && rows.getTableId() == tableId) {
      touched = true;
      listener.updated(rows.getRows().stream().map(Map.Entry::getValue).map(this::id).toList());
    } else if (data instanceof RotateEventData rotation) {
      file = rotation.getBinlogFilename();
      reach(rotation.getBinlogPosition());
    } else if (data instanceof XidEventData || data instanceof QueryEventData) {
      reach(((EventHeaderV4) event.getHeader()).getNextPosition());
    }
  }

  /** A transaction is over: here one can go on. */
  private void reach(long offset) {
    LogPlace reached = new LogPlace(file, offset);
    place = Optional.of(reached);
    long now = System.nanoTime();
    if (touched || now - toldNanos > QUIET_NANOS) {
      touched = false;
      toldNanos = now;
      listener.reached(reached);
    }
  }

  private long id(Serializable[] row) {
    return ((Number) row[idPlace.getAsInt()]).longValue();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      client.disconnect();
    } catch (IOException e) {
      LOG.log(Level.FINE, "The log of changes was gone already", e);
    }
  }
}
