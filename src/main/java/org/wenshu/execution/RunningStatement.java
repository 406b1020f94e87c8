package org.wenshu.execution;

import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.question.Cancellation;

/**
 * One statement while it runs, and how to stop it. Any thread may stop it, none of them waits. The
 * first reason counts. Once closed, nothing reaches its connection any more: a kill that came too
 * late would otherwise hit the next question's statement.
 */
final class RunningStatement implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(RunningStatement.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration BETWEEN_KILLS = Duration.ofMillis(250);

  private enum Stop {
    CANCELLED,
    TIMED_OUT,
    ENOUGH
  }

  private final JdbcConnection connection;
  private final StatementKiller killer;
  private final List<Cancellation.Registration> registrations = new ArrayList<>();
  private final List<Future<?>> kills = new ArrayList<>();
  private Stop stop;
  private boolean finished;

  private RunningStatement(JdbcConnection connection, StatementKiller killer) {
    this.connection = connection;
    this.killer = killer;
  }

  /** Watches the statement about to run; stops it when it is cancelled or late. */
  static RunningStatement watch(
      JdbcConnection connection,
      StatementKiller killer,
      Duration limit,
      Cancellation cancellation) {
    RunningStatement running = new RunningStatement(connection, killer);
    running.registrations.add(killer.after(limit, () -> running.stop(Stop.TIMED_OUT)));
    running.registrations.add(cancellation.onCancel(() -> running.stop(Stop.CANCELLED)));
    return running;
  }

  /** The rows read so far suffice; the server need not send the rest. */
  void enough() {
    stop(Stop.ENOUGH);
  }

  synchronized boolean hasEnough() {
    return stop == Stop.ENOUGH;
  }

  synchronized boolean isStopped() {
    return stop != null;
  }

  synchronized boolean isTimedOut() {
    return stop == Stop.TIMED_OUT;
  }

  private synchronized void stop(Stop reason) {
    if (!finished && stop == null) {
      stop = reason;
      killer.after(PATIENCE, this::abort);
      kill();
    }
  }

  /** Again and again, because a kill that comes before the statement does finds nothing to end. */
  private synchronized void kill() {
    if (!finished) {
      kills.add(killer.kill(connection.getId(), this::abort));
      killer.after(BETWEEN_KILLS, this::kill);
    }
  }

  /** The server cannot be told: better a lost connection than a lost thread. */
  private synchronized void abort() {
    if (!finished) {
      cut();
    }
  }

  /** To be called when the result is closed; waits until a kill on its way has arrived. */
  @Override
  public void close() {
    registrations.forEach(Cancellation.Registration::close);
    synchronized (this) {
      finished = true;
    }
    if (!kills.isEmpty()) {
      settle();
    }
  }

  private void settle() {
    try {
      for (Future<?> kill : kills) {
        kill.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      }
      absorb();
    } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
      cut();
    } catch (InterruptedException e) {
      cut();
      Thread.currentThread().interrupt();
    }
  }

  /** A kill that found nothing running may stay pending on the server: let it hit this. */
  private void absorb() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DO 0");
    } catch (SQLException e) {
      LOG.log(Level.FINE, "A late kill was absorbed", e);
    }
  }

  private void cut() {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.log(Level.FINE, "Cutting a connection failed", e);
    }
  }
}
