package org.wenshu.feed.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Keeps positions in table {@code feed_position} of our own. Thread-safe. */
public final class JdbcPositionStore implements PositionStore {
  private static final String LOAD =
      "SELECT last_id, missing, max_seq, log_file, log_offset FROM feed_position"
          + " WHERE table_name = ? AND node = ?";
  private static final String SAVE =
      "INSERT INTO feed_position (table_name, node, last_id, missing, max_seq, log_file,"
          + " log_offset, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))"
          + " ON DUPLICATE KEY UPDATE last_id = VALUES(last_id), missing = VALUES(missing),"
          + " max_seq = VALUES(max_seq), log_file = VALUES(log_file),"
          + " log_offset = VALUES(log_offset), updated_at = VALUES(updated_at)";

  private final DataSource store;
  private final Runnable migration;

  /**
   * A store in that database.
   *
   * @param migration sees to it that the table is there
   */
  public JdbcPositionStore(DataSource store, Runnable migration) {
    this.store = store;
    this.migration = migration;
  }

  @Override
  public Optional<TablePosition> load(String table, String node) {
    migration.run();
    try (Connection connection = store.getConnection();
        PreparedStatement statement = connection.prepareStatement(LOAD)) {
      statement.setString(1, table);
      statement.setString(2, node);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(position(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new SourceException("The position of the feed cannot be read", e);
    }
  }

  private static TablePosition position(ResultSet row) throws SQLException {
    String missing = row.getString(2);
    List<Long> ids =
        missing == null || missing.isEmpty()
            ? List.of()
            : Arrays.stream(missing.split(",", -1)).map(Long::valueOf).toList();
    String file = row.getString(4);
    return new TablePosition(
        row.getLong(1),
        ids,
        row.getLong(3),
        file == null
            ? Optional.empty()
            : Optional.of(new TablePosition.LogPlace(file, row.getLong(5))));
  }

  @Override
  public void save(String table, String node, TablePosition position) {
    try (Connection connection = store.getConnection();
        PreparedStatement statement = connection.prepareStatement(SAVE)) {
      statement.setString(1, table);
      statement.setString(2, node);
      statement.setLong(3, position.lastId());
      statement.setString(
          4, position.missing().stream().map(String::valueOf).collect(Collectors.joining(",")));
      statement.setLong(5, position.maxSeq());
      statement.setString(6, position.log().map(TablePosition.LogPlace::file).orElse(null));
      statement.setLong(7, position.log().map(TablePosition.LogPlace::offset).orElse(0L));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new SourceException("The position of the feed cannot be kept", e);
    }
  }
}
