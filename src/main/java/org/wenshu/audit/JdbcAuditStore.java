package org.wenshu.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/** Keeps records in table {@code audit_question}, each batch by one statement. Thread-safe. */
public final class JdbcAuditStore implements AuditStore {
  private static final int TIMEOUT_SECONDS = 20;
  private static final int MAX_TEXT = 20_000;
  private static final int MAX_NAME = 255;
  private static final String INSERT =
      "INSERT INTO audit_question (question_id, asked_at, caller, policy_version, question,"
          + " draft_sql, guarded_sql, generator, outcome, error_code, result_rows, duration_ms)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON DUPLICATE KEY UPDATE question_id = question_id";
  private static final String DELETE =
      "DELETE FROM audit_question WHERE asked_at < ? ORDER BY asked_at LIMIT ?";

  private final DataSource dataSource;
  private final Runnable migration;

  /**
   * A store.
   *
   * @param dataSource commits by itself
   * @param migration makes the table, or throws; cheap once it has succeeded
   */
  public JdbcAuditStore(DataSource dataSource, Runnable migration) {
    this.dataSource = dataSource;
    this.migration = migration;
  }

  @Override
  public void append(List<AuditRecord> batch) throws SQLException {
    migration.run();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setQueryTimeout(TIMEOUT_SECONDS);
      for (AuditRecord entry : batch) {
        bind(insert, entry);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void bind(PreparedStatement insert, AuditRecord entry) throws SQLException {
    AuditRecord.Statements statements = entry.statements();
    insert.setString(1, entry.questionId());
    insert.setObject(2, utc(entry.askedAt()));
    insert.setString(3, cut(entry.caller(), MAX_NAME));
    insert.setString(4, cut(entry.policyVersion(), MAX_NAME));
    insert.setString(5, cut(entry.question(), MAX_TEXT));
    insert.setString(6, statements.draft().map(sql -> cut(sql, MAX_TEXT)).orElse(null));
    insert.setString(7, statements.guarded().map(sql -> cut(sql, MAX_TEXT)).orElse(null));
    insert.setString(8, statements.generator().orElse(null));
    insert.setString(9, entry.outcome().name());
    insert.setString(10, entry.errorCode().orElse(null));
    insert.setObject(11, entry.rows().isPresent() ? entry.rows().getAsLong() : null);
    insert.setLong(12, entry.duration().toMillis());
  }

  /** Never between the halves of a character that takes two. */
  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }

  @Override
  public void check() throws SQLException {
    migration.run();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT id FROM audit_question LIMIT 1")) {
      select.setQueryTimeout(TIMEOUT_SECONDS);
      select.executeQuery().close();
    }
  }

  @Override
  public int deleteBefore(Instant moment, int limit) throws SQLException {
    migration.run();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete = connection.prepareStatement(DELETE)) {
      delete.setQueryTimeout(TIMEOUT_SECONDS);
      delete.setObject(1, utc(moment));
      delete.setInt(2, limit);
      return delete.executeUpdate();
    }
  }

  private static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }
}
