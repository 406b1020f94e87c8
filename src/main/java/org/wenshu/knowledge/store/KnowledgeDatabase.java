package org.wenshu.knowledge.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

/** Runs work on Wenshu's own database, and says what its failures mean. Thread-safe. */
public final class KnowledgeDatabase {
  private static final int ATTEMPTS = 6;
  private static final int LONGEST_PAUSE_MILLIS = 200;
  private static final int DEADLOCK = 1213;
  private static final int LOCK_WAIT = 1205;
  private static final Wording UNAVAILABLE =
      new Wording(
          "知识库暂不可用，请稍后重试", "Knowledge is not available at the moment, please try again later");

  private final DataSource rows;
  private final DataSource bulk;
  private final Runnable migration;

  /**
   * The database behind these pools.
   *
   * @param rows for what is quick
   * @param bulk for what moves many rows; may load local data
   * @param migration makes the tables, or throws; cheap once it has succeeded
   */
  public KnowledgeDatabase(DataSource rows, DataSource bulk, Runnable migration) {
    this.rows = rows;
    this.bulk = bulk;
    this.migration = migration;
  }

  /** Something done on a connection. */
  @FunctionalInterface
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /** Runs what is quick, each statement for itself. */
  <T> T run(Work<T> work) {
    return explained(
        () -> {
          try (Connection connection = rows.getConnection()) {
            return work.run(connection);
          }
        });
  }

  /** Runs a transaction that writes much, and again when others' locks ended it. */
  <T> T write(Work<T> work) {
    return explained(
        () -> {
          for (int attempt = 1; ; attempt++) {
            try {
              return transaction(work, Connection.TRANSACTION_READ_COMMITTED);
            } catch (SQLException e) {
              if (attempt == ATTEMPTS || !isLockConflict(e)) {
                throw e;
              }
              pause(attempt);
            }
          }
        });
  }

  /** Runs a transaction that reads much, all of it from one moment's state. */
  <T> T snapshot(Work<T> work) {
    return explained(() -> transaction(work, Connection.TRANSACTION_REPEATABLE_READ));
  }

  private <T> T transaction(Work<T> work, int isolation) throws SQLException {
    try (Connection connection = bulk.getConnection()) {
      int before = connection.getTransactionIsolation();
      connection.setTransactionIsolation(isolation);
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        T result = work.run(connection);
        connection.commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          rollBack(connection);
        }
        restore(connection, before);
      }
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException broken) {
      // The server ends the transaction of a connection that is broken.
    }
  }

  private static void restore(Connection connection, int isolation) {
    try {
      connection.setAutoCommit(true);
      connection.setTransactionIsolation(isolation);
    } catch (SQLException broken) {
      // The pool finds out by itself.
    }
  }

  private <T> T explained(Statements<T> statements) {
    try {
      migration.run();
    } catch (RuntimeException e) {
      throw unavailable(e);
    }
    try {
      return statements.run();
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /** What may fail as databases do. */
  @FunctionalInterface
  private interface Statements<T> {
    T run() throws SQLException;
  }

  private static boolean isLockConflict(SQLException e) {
    return e instanceof SQLTransactionRollbackException
        || e.getErrorCode() == DEADLOCK
        || e.getErrorCode() == LOCK_WAIT;
  }

  private static void pause(int attempt) throws SQLException {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS * attempt) + 1L);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("Interrupted between two attempts", e);
    }
  }

  private static WenshuException unavailable(Exception cause) {
    return new WenshuException(ErrorCode.KNOWLEDGE_UNAVAILABLE, UNAVAILABLE, cause);
  }
}
