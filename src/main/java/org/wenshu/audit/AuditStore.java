package org.wenshu.audit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Where records stay. Thread-safe; blocks until the store has answered. */
public interface AuditStore {
  /**
   * Stores all of them or none. A record stored before is left as it is.
   *
   * @throws SQLException when the store is down or rejects one of them
   */
  void append(List<AuditRecord> batch) throws SQLException;

  /**
   * Finds out whether records could be stored.
   *
   * @throws SQLException when not
   */
  void check() throws SQLException;

  /**
   * Deletes records of questions asked before that moment.
   *
   * @param limit how many at most
   * @return how many
   */
  int deleteBefore(Instant moment, int limit) throws SQLException;
}
