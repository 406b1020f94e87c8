package org.wenshu.feed.source;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventData;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.UpdateRowsEventData;
import com.github.shyiko.mysql.binlog.event.WriteRowsEventData;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Follows the server's log of changes as a replica does, and tells the ids of rows of one table as
 * they are committed. What a row holds is read from the table. Starts at the end of the log; comes
 * back by itself. Thread-safe.
 */
final class LogWatch implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(LogWatch.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int FIRST_SERVER_ID = 1 << 20;

  private final BinaryLogClient client;
  private final String schema;
  private final String table;
  private final IntSupplier idPlace;
  private final Listener listener;
  private final Thread thread;
  private long tableId = -1;
  private volatile boolean closed;

  /** Hears of committed rows. Must not block for long. */
  interface Listener {
    void inserted(List<Long> ids);

    void updated(List<Long> ids);
  }

  /**
   * A watch that begins at once.
   *
   * @param idPlace which of the table's columns is the id, from 0
   */
  LogWatch(
      LogConfig config,
      String schema,
      String table,
      IntSupplier idPlace,
      Listener listener,
      ThreadFactory threads) {
    this.schema = schema;
    this.table = table;
    this.idPlace = idPlace;
    this.listener = listener;
    this.client =
        new BinaryLogClient(config.host(), config.port(), config.user(), config.password());
    client.setServerId(ThreadLocalRandom.current().nextInt(FIRST_SERVER_ID, Integer.MAX_VALUE));
    client.setKeepAlive(false);
    client.registerEventListener(this::hear);
    this.thread = threads.newThread(this::follow);
    thread.start();
  }

  /** Whether the log is followed now. */
  boolean isFollowing() {
    return client.isConnected();
  }

  private void follow() {
    boolean told = false;
    while (!closed) {
      try {
        client.setBinlogFilename(null);
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
      listener.inserted(rows.getRows().stream().map(this::id).toList());
    } else if (data instanceof UpdateRowsEventData rows && rows.getTableId() == tableId) {
      listener.updated(rows.getRows().stream().map(Map.Entry::getValue).map(this::id).toList());
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
