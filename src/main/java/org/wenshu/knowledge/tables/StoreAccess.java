package org.wenshu.knowledge.tables;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

/**
 * Our own tables, migrated before their first use. Work that writes is one transaction; work that a
 * lock conflict ended is run again. Must be used outside container transactions. Thread-safe.
 */
public final class StoreAccess {
  private static final int ATTEMPTS = 3;
  private static final String LOCK_CONFLICT = "40001";
  private static final Wording UNAVAILABLE =
      new Wording("知识库暂不可用，请稍后重试", "The knowledge store is not available, please try again later");

  private final DataSource dataSource;
  private final Runnable migration;

  /**
   * Access through that data source.
   *
   * @param migration makes the tables, or throws; cheap once it has succeeded
   */
  public StoreAccess(DataSource dataSource, Runnable migration) {
    this.dataSource = dataSource;
    this.migration = migration;
  }

  /** What is done on a connection. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it; may be asked to do it again after a lock conflict. */
    T on(Connection connection) throws SQLException;
  }

  /**
   * Reads.
   *
   * @throws WenshuException with KNOWLEDGE_UNAVAILABLE when the database fails
   */
  public <T> T read(Work<T> work) {
    try {
      migration.run();
      try (Connection connection = dataSource.getConnection()) {
        return work.on(connection);
      }
    } catch (SQLException e) {
      throw unavailable(e);
    } catch (WenshuException e) {
      throw e;
    } catch (RuntimeException e) {
      throw unavailable(e);
    }
  }

  /**
   * Writes all or nothing.
   *
   * @throws WenshuException with KNOWLEDGE_UNAVAILABLE when the database fails
   */
  public <T> T write(Work<T> work) {
    return read(connection -> attempt(connection, work));
  }

  private static <T> T attempt(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          T done = work.on(connection);
          connection.commit();
          return done;
        } catch (SQLException e) {
          connection.rollback();
          if (attempt == ATTEMPTS || !LOCK_CONFLICT.equals(e.getSQLState())) {
            throw e;
          }
        } catch (RuntimeException e) {
          connection.rollback();
          throw e;
        }
      }
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static WenshuException unavailable(Exception cause) {
    return new WenshuException(ErrorCode.KNOWLEDGE_UNAVAILABLE, UNAVAILABLE, cause);
  }
}
