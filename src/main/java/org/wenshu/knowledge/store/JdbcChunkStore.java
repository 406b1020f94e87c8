package org.wenshu.knowledge.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenshu.knowledge.Chunk;
import org.wenshu.knowledge.ChunkStore;
import org.wenshu.knowledge.CollectionId;

/** Keeps pieces of documents in {@code knowledge_chunk}. Thread-safe. */
public final class JdbcChunkStore extends ForwardingItems<Chunk> implements ChunkStore {
  private static final String DELETE_VECTORS =
      "DELETE e FROM knowledge_document_embedding e JOIN knowledge_chunk c"
          + " ON e.collection_id = c.collection_id AND e.chunk_id = c.chunk_id"
          + " WHERE c.collection_id = ? AND c.document_id = ?";
  private static final String DELETE_CHUNKS =
      "DELETE FROM knowledge_chunk WHERE collection_id = ? AND document_id = ?";

  private final JdbcItems<Chunk> items;

  JdbcChunkStore(JdbcItems<Chunk> items) {
    super(items);
    this.items = items;
  }

  @Override
  public List<Chunk> of(CollectionId collection, Collection<String> ids) {
    items.settle(collection);
    if (ids.isEmpty()) {
      return List.of();
    }
    return items
        .database()
        .run(
            connection -> {
              Optional<ShelfRow> shelf = ShelfRows.find(connection, Shelf.of(collection));
              return shelf.isEmpty()
                  ? List.of()
                  : read(connection, shelf.get().id(), Set.copyOf(ids));
            });
  }

  private List<Chunk> read(Connection connection, int shelf, Set<String> ids) throws SQLException {
    String sql =
        "SELECT "
            + items.format().read()
            + " FROM knowledge_chunk WHERE collection_id = ? AND chunk_id IN ("
            + String.join(", ", Collections.nCopies(ids.size(), "?"))
            + ") ORDER BY chunk_id";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int parameter = 0;
      select.setInt(++parameter, shelf);
      for (String id : ids) {
        select.setString(++parameter, id);
      }
      List<Chunk> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(items.format().read(rows, 1));
        }
      }
      return found;
    }
  }

  @Override
  public void deleteDocument(CollectionId collection, String document) {
    items.settle(collection);
    var unused =
        items
            .database()
            .write(
                connection -> {
                  Optional<ShelfRow> shelf = ShelfRows.find(connection, Shelf.of(collection));
                  if (shelf.isPresent()) {
                    int id = shelf.get().id();
                    ShelfRows.vectorsRemoved(connection, id);
                    delete(connection, DELETE_VECTORS, id, document);
                    delete(connection, DELETE_CHUNKS, id, document);
                  }
                  return shelf;
                });
  }

  private static void delete(Connection connection, String sql, int shelf, String document)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setInt(1, shelf);
      delete.setString(2, document);
      delete.executeUpdate();
    }
  }
}
