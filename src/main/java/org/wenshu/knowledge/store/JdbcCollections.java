package org.wenshu.knowledge.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.wenshu.knowledge.CollectionChange;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.CollectionInfo;
import org.wenshu.knowledge.KnowledgeCollections;
import org.wenshu.knowledge.PendingWrites;

/** Keeps collections in {@code knowledge_collection}. Thread-safe. */
public final class JdbcCollections implements KnowledgeCollections {
  private static final String SELECT =
      "SELECT owner, name, title, description, tags FROM knowledge_collection"
          + " WHERE kind = 'collection' AND owner = ?";
  private static final String UPDATE =
      "UPDATE knowledge_collection SET title = COALESCE(?, title),"
          + " description = COALESCE(?, description), tags = COALESCE(?, tags), updated_at = ?"
          + " WHERE kind = 'collection' AND owner = ? AND name = ?";

  private final KnowledgeDatabase database;
  private final PendingWrites pending;
  private final Shelves shelves;

  JdbcCollections(KnowledgeDatabase database, PendingWrites pending, Shelves shelves) {
    this.database = database;
    this.pending = pending;
    this.shelves = shelves;
  }

  @Override
  public List<CollectionInfo> list(String user, Set<String> anyTag, int limit) {
    return database
        .run(
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement(SELECT + " ORDER BY name")) {
                select.setString(1, user);
                return read(select);
              }
            })
        .stream()
        .filter(c -> anyTag.isEmpty() || !Collections.disjoint(c.tags(), anyTag))
        .limit(limit <= 0 ? Long.MAX_VALUE : limit)
        .toList();
  }

  @Override
  public CollectionInfo update(CollectionId id, CollectionChange change) {
    return database.write(
        connection -> {
          ShelfRows.make(connection, Shelf.of(id));
          change(connection, id, change);
          try (PreparedStatement select = connection.prepareStatement(SELECT + " AND name = ?")) {
            select.setString(1, id.user());
            select.setString(2, id.name());
            return read(select).get(0);
          }
        });
  }

  private static void change(Connection connection, CollectionId id, CollectionChange change)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      update.setString(1, change.name().orElse(null));
      update.setString(2, change.description().orElse(null));
      update.setString(3, change.tags().map(TagsJson::write).orElse(null));
      update.setObject(4, LocalDateTime.now(ZoneOffset.UTC));
      update.setString(5, id.user());
      update.setString(6, id.name());
      update.executeUpdate();
    }
  }

  private static List<CollectionInfo> read(PreparedStatement select) throws SQLException {
    List<CollectionInfo> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(
            new CollectionInfo(
                new CollectionId(row.getString(1), row.getString(2)),
                row.getString(3),
                row.getString(4),
                TagsJson.read(row.getString(5))));
      }
    }
    return found;
  }

  @Override
  public void delete(CollectionId id) {
    pending.settle(id);
    shelves.remove(Shelf.of(id));
  }
}
