package org.wenshu.knowledge.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.Scope;

/** Lists the collections of a scope. Stateless. */
final class ShelfList {
  private ShelfList() {}

  /** A collection and its number. */
  record Numbered(int id, CollectionId collection) {}

  /** The collections, oldest first. */
  static List<Numbered> in(Connection connection, Scope scope) throws SQLException {
    String sql =
        "SELECT id, owner, name FROM knowledge_collection WHERE kind = 'collection'"
            + (scope.user().isPresent() ? " AND owner = ?" : "")
            + (scope.name().isPresent() ? " AND name = ?" : "")
            + " ORDER BY id";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int parameter = 0;
      if (scope.user().isPresent()) {
        select.setString(++parameter, scope.user().get());
      }
      if (scope.name().isPresent()) {
        select.setString(++parameter, scope.name().get());
      }
      List<Numbered> shelves = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          CollectionId collection = new CollectionId(row.getString(2), row.getString(3));
          shelves.add(new Numbered(row.getInt(1), collection));
        }
      }
      return shelves;
    }
  }
}
