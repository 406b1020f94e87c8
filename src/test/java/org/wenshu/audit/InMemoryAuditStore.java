package org.wenshu.audit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A store that can be down, and that rejects records of one id. */
final class InMemoryAuditStore implements AuditStore {
  private final List<String> ids = new ArrayList<>();
  private boolean down;
  private String rejected = "";

  synchronized void down(boolean isDown) {
    down = isDown;
  }

  synchronized void reject(String id) {
    rejected = id;
  }

  synchronized List<String> ids() {
    return List.copyOf(ids);
  }

  @Override
  public synchronized void append(List<AuditRecord> batch) throws SQLException {
    check();
    List<String> added = batch.stream().map(AuditRecord::questionId).toList();
    if (added.contains(rejected)) {
      throw new SQLException("a record is rejected");
    }
    ids.addAll(added);
  }

  @Override
  public synchronized void check() throws SQLException {
    if (down) {
      throw new SQLException("down");
    }
  }

  @Override
  public int deleteBefore(Instant moment, int limit) {
    return 0;
  }
}
