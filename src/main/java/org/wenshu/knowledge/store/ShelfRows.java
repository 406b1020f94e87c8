package org.wenshu.knowledge.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Finds and makes the rows of shelves. Stateless. */
final class ShelfRows {
  private static final String INSERT =
      "INSERT INTO knowledge_collection"
          + " (kind, owner, name, title, description, tags, created_at, updated_at)"
          + " VALUES (?, ?, ?, ?, '', '[]', ?, ?) ON DUPLICATE KEY UPDATE id = id";

  private ShelfRows() {}

  /** The row, without regard to vectors. */
  static Optional<ShelfRow> find(Connection connection, Shelf shelf) throws SQLException {
    return find(connection, shelf, Optional.empty());
  }

  /**
   * The row.
   *
   * @param dimension the column that holds the dimension of the vectors one asks about
   */
  static Optional<ShelfRow> find(Connection connection, Shelf shelf, Optional<String> dimension)
      throws SQLException {
    String sql =
        "SELECT id, "
            + dimension.orElse("0")
            + ", generation FROM knowledge_collection WHERE kind = ? AND owner = ? AND name = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      bind(select, shelf);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new ShelfRow(row.getInt(1), row.getInt(2), row.getLong(3)))
            : Optional.empty();
      }
    }
  }

  /** The row, made where there is none. */
  static ShelfRow open(Connection connection, Shelf shelf, Optional<String> dimension)
      throws SQLException {
    Optional<ShelfRow> known = find(connection, shelf, dimension);
    if (known.isPresent()) {
      return known.get();
    }
    make(connection, shelf);
    return find(connection, shelf, dimension)
        .orElseThrow(() -> new SQLException("The collection was removed again at once"));
  }

  /** Makes the row where there is none. */
  static void make(Connection connection, Shelf shelf) throws SQLException {
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      bind(insert, shelf);
      insert.setString(4, shelf.name());
      insert.setObject(5, now);
      insert.setObject(6, now);
      insert.executeUpdate();
    }
  }

  /** Fixes the dimension of the vectors, where none is fixed yet, and returns the one that is. */
  static int fix(Connection connection, int id, String column, int dimension) throws SQLException {
    String update =
        "UPDATE knowledge_collection SET "
            + column
            + " = ? WHERE id = ? AND "
            + column
            + " IS NULL";
    try (PreparedStatement statement = connection.prepareStatement(update)) {
      statement.setInt(1, dimension);
      statement.setInt(2, id);
      statement.executeUpdate();
    }
    String select = "SELECT " + column + " FROM knowledge_collection WHERE id = ?";
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      statement.setInt(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getInt(1) : dimension;
      }
    }
  }

  /**
   * Keeps the shelf from being removed until the transaction ends; false when it is gone.
   *
   * @param alone whether others who would hold it wait, so that the numbers of rows that one adds
   *     grow in the order in which they become visible
   */
  static boolean hold(Connection connection, int id, boolean alone) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id FROM knowledge_collection WHERE id = ? "
                + (alone ? "FOR UPDATE" : "LOCK IN SHARE MODE"))) {
      select.setInt(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Tells every node that vectors were removed. */
  static void vectorsRemoved(Connection connection, int id) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE knowledge_collection SET generation = generation + 1 WHERE id = ?")) {
      update.setInt(1, id);
      update.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, Shelf shelf) throws SQLException {
    statement.setString(1, shelf.kind().column());
    statement.setString(2, shelf.owner());
    statement.setString(3, shelf.name());
  }
}
