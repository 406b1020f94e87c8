package org.wenshu.knowledge.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.TriplePattern;
import org.wenshu.knowledge.TripleStore;
import org.wenshu.knowledge.Value;

/** Keeps triples in {@code knowledge_triple}. Thread-safe. */
public final class JdbcTripleStore extends ForwardingItems<Triple> implements TripleStore {
  private final JdbcItems<Triple> items;

  JdbcTripleStore(JdbcItems<Triple> items) {
    super(items);
    this.items = items;
  }

  @Override
  public List<Triple> find(CollectionId collection, TriplePattern pattern, int limit) {
    items.settle(collection);
    return items
        .database()
        .run(
            connection -> {
              Optional<ShelfRow> shelf = ShelfRows.find(connection, Shelf.of(collection));
              if (shelf.isEmpty()) {
                return List.of();
              }
              try (PreparedStatement select = connection.prepareStatement(sql(pattern, limit))) {
                bind(select, shelf.get().id(), pattern);
                return read(select, pattern);
              }
            });
  }

  private String sql(TriplePattern pattern, int limit) {
    TripleIndex index = TripleIndex.of(pattern);
    return "SELECT "
        + items.format().read()
        + " FROM knowledge_triple FORCE INDEX ("
        + index.index()
        + ") WHERE collection_id = ?"
        + condition("s_hash", pattern.s())
        + condition("p_hash", pattern.p())
        + condition("o_hash", pattern.o())
        + " ORDER BY "
        + index.order()
        + " LIMIT "
        + Math.max(0, limit);
  }

  private static String condition(String column, Set<Value> values) {
    return values.isEmpty()
        ? ""
        : " AND "
            + column
            + " IN ("
            + String.join(", ", Collections.nCopies(values.size(), "?"))
            + ")";
  }

  private static void bind(PreparedStatement select, int shelf, TriplePattern pattern)
      throws SQLException {
    Hashes hashes = new Hashes();
    int parameter = 0;
    select.setInt(++parameter, shelf);
    for (Set<Value> values : List.of(pattern.s(), pattern.p(), pattern.o())) {
      for (Value value : values) {
        select.setLong(++parameter, hashes.of(value));
      }
    }
  }

  private List<Triple> read(PreparedStatement select, TriplePattern pattern) throws SQLException {
    List<Triple> found = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        Triple triple = items.format().read(rows, 1);
        if (matches(pattern.s(), triple.s())
            && matches(pattern.p(), triple.p())
            && matches(pattern.o(), triple.o())) {
          found.add(triple);
        }
      }
    }
    return found;
  }

  private static boolean matches(Set<Value> values, Value value) {
    return values.isEmpty() || values.contains(value);
  }
}
