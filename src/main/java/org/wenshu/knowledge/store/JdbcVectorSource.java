package org.wenshu.knowledge.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.vector.Hit;
import org.wenshu.knowledge.vector.VectorSource;

/** The vectors of one kind in their table. Thread-safe. */
final class JdbcVectorSource<T> implements VectorSource {
  private final JdbcItems<T> items;

  JdbcVectorSource(JdbcItems<T> items) {
    this.items = items;
  }

  @Override
  public Optional<State> state(CollectionId collection) {
    return items
        .database()
        .run(c -> ShelfRows.find(c, Shelf.of(collection), items.format().dimensionColumn()))
        .filter(row -> row.dimension() != 0)
        .map(row -> new State(row.id(), row.dimension(), row.generation()));
  }

  @Override
  public List<State> all() {
    String dimension = items.format().dimensionColumn().orElseThrow();
    String sql =
        "SELECT id, "
            + dimension
            + ", generation FROM knowledge_collection WHERE kind = 'collection' AND "
            + dimension
            + " IS NOT NULL ORDER BY id";
    return items
        .database()
        .run(
            connection -> {
              List<State> states = new ArrayList<>();
              try (PreparedStatement select = connection.prepareStatement(sql);
                  ResultSet row = select.executeQuery()) {
                while (row.next()) {
                  states.add(new State(row.getInt(1), row.getInt(2), row.getLong(3)));
                }
              }
              return states;
            });
  }

  @Override
  public void each(int shelf, long after, Visitor visitor) {
    items
        .database()
        .snapshot(
            connection -> {
              read(connection, shelf, after, visitor);
              return null;
            });
  }

  private void read(Connection connection, int shelf, long after, Visitor visitor)
      throws SQLException {
    String sql =
        "SELECT id, vector FROM "
            + items.format().table()
            + " FORCE INDEX ("
            + items.format().orderIndex()
            + ") WHERE collection_id = ? AND id > ? ORDER BY id";
    try (PreparedStatement select =
        connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      select.setFetchSize(Integer.MIN_VALUE);
      select.setInt(1, shelf);
      select.setLong(2, after);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          visitor.visit(row.getLong(1), VectorBytes.read(row.getBytes(2)));
        }
      }
    }
  }

  /** The items of these hits by number; those that have been removed meanwhile are missing. */
  Map<Long, T> items(List<Hit> hits) {
    if (hits.isEmpty()) {
      return Map.of();
    }
    String numbers =
        hits.stream().map(hit -> Long.toString(hit.number())).collect(Collectors.joining(", "));
    String sql =
        "SELECT id, "
            + items.format().read()
            + " FROM "
            + items.format().table()
            + " WHERE id IN ("
            + numbers
            + ")";
    return items
        .database()
        .run(
            connection -> {
              Map<Long, T> found = new HashMap<>();
              try (PreparedStatement select = connection.prepareStatement(sql);
                  ResultSet row = select.executeQuery()) {
                while (row.next()) {
                  found.put(row.getLong(1), items.format().read(row, 2));
                }
              }
              return found;
            });
  }
}
