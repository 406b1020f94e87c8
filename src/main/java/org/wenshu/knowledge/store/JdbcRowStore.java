package org.wenshu.knowledge.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.RowSelection;
import org.wenshu.knowledge.RowStore;
import org.wenshu.knowledge.StoredRow;

/** Keeps imported rows in {@code knowledge_row}. Thread-safe. */
public final class JdbcRowStore extends ForwardingItems<StoredRow> implements RowStore {
  private final JdbcItems<StoredRow> items;

  JdbcRowStore(JdbcItems<StoredRow> items) {
    super(items);
    this.items = items;
  }

  @Override
  public List<StoredRow> select(CollectionId collection, RowSelection selection) {
    items.settle(collection);
    RowSql sql = new RowSql(items.format(), selection);
    return items
        .database()
        .run(
            connection -> {
              Optional<ShelfRow> shelf = ShelfRows.find(connection, Shelf.of(collection));
              if (shelf.isEmpty()) {
                return List.of();
              }
              try (PreparedStatement select = connection.prepareStatement(sql.text())) {
                sql.bind(select, shelf.get().id());
                List<StoredRow> found = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                  while (rows.next()) {
                    found.add(items.format().read(rows, 1));
                  }
                }
                return found;
              }
            });
  }
}
