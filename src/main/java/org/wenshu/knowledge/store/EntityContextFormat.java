package org.wenshu.knowledge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.wenshu.knowledge.EntityContext;
import org.wenshu.knowledge.Value;

/** Contexts as rows of {@code knowledge_entity_context}. */
final class EntityContextFormat implements TableFormat<EntityContext> {
  @Override
  public String table() {
    return "knowledge_entity_context";
  }

  @Override
  public List<String> columns() {
    return List.of("entity_hash", "item_hash", "uri", "entity", "context");
  }

  @Override
  public String read() {
    return "uri, entity, context";
  }

  @Override
  public String order() {
    return "entity_hash, item_hash";
  }

  @Override
  public boolean isOrderless() {
    return true;
  }

  @Override
  public Optional<String> problem(EntityContext item) {
    return Texts.problem("entity", item.entity())
        .or(() -> Texts.problem("context", item.context(), Texts.MAX_TEXT));
  }

  @Override
  public void write(EntityContext item, Hashes hashes, RowSink sink) throws SQLException {
    Value entity = item.entity();
    sink.number(hashes.of(entity));
    sink.bytes(hashes.all(entity.e() ? "u" : "l", entity.v(), item.context()));
    sink.number(entity.e() ? 1 : 0);
    sink.text(entity.v());
    sink.text(item.context());
  }

  @Override
  public EntityContext read(ResultSet row, int first) throws SQLException {
    return new EntityContext(
        new Value(row.getString(first + 1), row.getBoolean(first)), row.getString(first + 2));
  }
}
