package org.wenshu.knowledge.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.wenshu.knowledge.CoreId;

/** Remembers which core was loaded into which collection. Stateless. */
final class Loads {
  private static final int ROWS = 10_000;

  private Loads() {}

  /** One loading. */
  record Loaded(int id, int collection) {}

  static int begin(Connection connection, CoreId core, int collection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO knowledge_load (core_owner, core_name, collection_id, loaded_at)"
                + " VALUES (?, ?, ?, ?)",
            Statement.RETURN_GENERATED_KEYS)) {
      insert.setString(1, core.user());
      insert.setString(2, core.id());
      insert.setInt(3, collection);
      insert.setObject(4, LocalDateTime.now(ZoneOffset.UTC));
      insert.executeUpdate();
      try (ResultSet key = insert.getGeneratedKeys()) {
        key.next();
        return key.getInt(1);
      }
    }
  }

  static List<Loaded> of(Connection connection, CoreId core) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, collection_id FROM knowledge_load"
                + " WHERE core_owner = ? AND core_name = ? ORDER BY id")) {
      select.setString(1, core.user());
      select.setString(2, core.id());
      List<Loaded> loads = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          loads.add(new Loaded(row.getInt(1), row.getInt(2)));
        }
      }
      return loads;
    }
  }

  /** Whether something was ever loaded into the collection, and is still there. */
  static boolean any(Connection connection, int collection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT 1 FROM knowledge_load WHERE collection_id = ? LIMIT 1")) {
      select.setInt(1, collection);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Removes some of what a loading has added; 0 when nothing is left. */
  static int remove(Connection connection, Loaded load) throws SQLException {
    int triples = remove(connection, "knowledge_triple", load);
    int vectors = remove(connection, "knowledge_graph_embedding", load);
    if (vectors > 0) {
      ShelfRows.vectorsRemoved(connection, load.collection());
    }
    return triples + vectors;
  }

  private static int remove(Connection connection, String table, Loaded load) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM " + table + " WHERE collection_id = ? AND load_id = ? LIMIT " + ROWS)) {
      delete.setInt(1, load.collection());
      delete.setInt(2, load.id());
      return delete.executeUpdate();
    }
  }

  static int end(Connection connection, Loaded load) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM knowledge_load WHERE id = ?")) {
      delete.setInt(1, load.id());
      return delete.executeUpdate();
    }
  }
}
