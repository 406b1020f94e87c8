package org.wenshu.knowledge.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Removes shelves with everything on them. The shelf's row goes first, so that nobody finds it any
 * more; its rows follow in small transactions, and what a crash leaves is removed with the next.
 * Thread-safe.
 */
final class Shelves {
  private static final int ROWS = 10_000;
  private static final List<String> TABLES =
      List.of(
          "knowledge_triple",
          "knowledge_graph_embedding",
          "knowledge_document_embedding",
          "knowledge_entity_context",
          "knowledge_chunk",
          "knowledge_row",
          "knowledge_load");

  private final KnowledgeDatabase database;

  Shelves(KnowledgeDatabase database) {
    this.database = database;
  }

  /** Removes it; an unknown one is no error. */
  void remove(Shelf shelf) {
    Optional<ShelfRow> row =
        database.write(
            connection -> {
              Optional<ShelfRow> found = ShelfRows.find(connection, shelf);
              if (found.isPresent()) {
                int id = found.get().id();
                // Waits for the transactions that hold it, and ends writing to it.
                update(connection, "DELETE FROM knowledge_collection WHERE id = ?", id);
                update(connection, "INSERT IGNORE INTO knowledge_garbage VALUES (?)", id);
              }
              return found;
            });
    if (row.isPresent()) {
      sweep();
    }
  }

  /** Removes the rows of shelves that are gone. */
  void sweep() {
    for (int id : database.run(Shelves::garbage)) {
      TABLES.forEach(table -> empty(table, id));
      database.write(
          connection ->
              update(connection, "DELETE FROM knowledge_garbage WHERE collection_id = ?", id));
    }
  }

  private static List<Integer> garbage(Connection connection) throws SQLException {
    List<Integer> ids = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT collection_id FROM knowledge_garbage");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        ids.add(row.getInt(1));
      }
    }
    return ids;
  }

  private void empty(String table, int id) {
    String sql = "DELETE FROM " + table + " WHERE collection_id = ? LIMIT " + ROWS;
    int removed;
    do {
      removed = database.write(connection -> update(connection, sql, id));
    } while (removed == ROWS);
  }

  private static int update(Connection connection, String sql, int id) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setInt(1, id);
      return update.executeUpdate();
    }
  }
}
