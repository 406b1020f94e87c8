package org.wenshu.knowledge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.wenshu.knowledge.EntityVector;
import org.wenshu.knowledge.Value;
import org.wenshu.knowledge.Vector;

/** Embeddings of entities as rows of {@code knowledge_graph_embedding}. */
final class EntityVectorFormat implements TableFormat<EntityVector> {
  @Override
  public String table() {
    return "knowledge_graph_embedding";
  }

  @Override
  public List<String> columns() {
    return List.of("item_hash", "uri", "entity", "vector");
  }

  @Override
  public String read() {
    return "uri, entity, vector";
  }

  @Override
  public String order() {
    return "id";
  }

  @Override
  public String orderIndex() {
    return "knowledge_graph_embedding_collection";
  }

  @Override
  public boolean isLoadable() {
    return true;
  }

  @Override
  public Optional<String> problem(EntityVector item) {
    return Texts.problem("entity", item.entity()).or(() -> Vectors.problem(item.vector()));
  }

  @Override
  public Optional<Vector> vector(EntityVector item) {
    return Optional.of(item.vector());
  }

  @Override
  public Optional<String> dimensionColumn() {
    return Optional.of("graph_dimension");
  }

  @Override
  public void write(EntityVector item, Hashes hashes, RowSink sink) throws SQLException {
    byte[] vector = VectorBytes.of(item.vector());
    sink.bytes(hashes.of(item.entity(), vector));
    sink.number(item.entity().e() ? 1 : 0);
    sink.text(item.entity().v());
    sink.bytes(vector);
  }

  @Override
  public EntityVector read(ResultSet row, int first) throws SQLException {
    return new EntityVector(
        new Value(row.getString(first + 1), row.getBoolean(first)),
        VectorBytes.read(row.getBytes(first + 2)));
  }
}
