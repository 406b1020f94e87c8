package org.wenshu.schema;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.error.WenshuException;

/**
 * Refreshes the catalogue in the background, from {@link #start()} to {@link #stop()}: at once,
 * then at the configured interval, or sooner while the database cannot be read. Thread-safe.
 */
public final class CatalogueSchedule {
  private static final Logger LOG = Logger.getLogger(CatalogueSchedule.class.getName());

  private final SchemaCatalogue catalogue;
  private final ScheduledExecutorService executor;
  private final SchemaConfig config;
  private volatile boolean failing;
  private boolean stopped;
  private Future<?> pending;

  /** A schedule that has not started. */
  public CatalogueSchedule(
      SchemaCatalogue catalogue, ScheduledExecutorService executor, SchemaConfig config) {
    this.catalogue = catalogue;
    this.executor = executor;
    this.config = config;
  }

  /** Begins with the stored catalogue and a first scan, both in the background. */
  public void start() {
    next(Duration.ZERO);
  }

  /** Lets a running scan end, and begins no other. */
  public synchronized void stop() {
    stopped = true;
    if (pending != null) {
      pending.cancel(false);
    }
  }

  private void run() {
    if (catalogue.current().isEmpty()) {
      catalogue.recall();
    }
    next(refresh() ? config.refreshInterval() : config.retryInterval());
  }

  private boolean refresh() {
    try {
      catalogue.refresh();
      failing = false;
      return true;
    } catch (WenshuException e) {
      LOG.log(failing ? Level.FINE : Level.WARNING, "No scan until it works again: {0}", cause(e));
      LOG.log(Level.FINE, "The schema cannot be scanned", e);
      failing = true;
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> "Refreshing the catalogue failed");
    }
    return false;
  }

  private static String cause(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return e.getMessage() + " (" + root + ")";
  }

  private synchronized void next(Duration delay) {
    if (stopped) {
      return;
    }
    try {
      pending = executor.schedule(this::run, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.FINE, "The server is going down", e);
    }
  }
}
