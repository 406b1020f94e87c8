package org.wenshu.knowledge.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.EntityContext;
import org.wenshu.knowledge.EntityContexts;
import org.wenshu.knowledge.Value;

/** Keeps contexts in {@code knowledge_entity_context}. Thread-safe. */
public final class JdbcEntityContexts extends ForwardingItems<EntityContext>
    implements EntityContexts {
  private final JdbcItems<EntityContext> items;

  JdbcEntityContexts(JdbcItems<EntityContext> items) {
    super(items);
    this.items = items;
  }

  @Override
  public List<EntityContext> of(CollectionId collection, Collection<Value> entities, int limit) {
    items.settle(collection);
    Set<Value> wanted = new HashSet<>(entities);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return items
        .database()
        .run(
            connection -> {
              Optional<ShelfRow> shelf = ShelfRows.find(connection, Shelf.of(collection));
              if (shelf.isEmpty()) {
                return List.of();
              }
              try (PreparedStatement select =
                  connection.prepareStatement(sql(wanted.size(), limit))) {
                Hashes hashes = new Hashes();
                int parameter = 0;
                select.setInt(++parameter, shelf.get().id());
                for (Value entity : wanted) {
                  select.setLong(++parameter, hashes.of(entity));
                }
                List<EntityContext> found = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                  while (rows.next()) {
                    EntityContext context = items.format().read(rows, 1);
                    if (wanted.contains(context.entity())) {
                      found.add(context);
                    }
                  }
                }
                return found;
              }
            });
  }

  private String sql(int entities, int limit) {
    return "SELECT "
        + items.format().read()
        + " FROM knowledge_entity_context WHERE collection_id = ? AND entity_hash IN ("
        + String.join(", ", Collections.nCopies(entities, "?"))
        + ") ORDER BY entity_hash, item_hash LIMIT "
        + Math.max(0, limit);
  }
}
