package org.wenshu.knowledge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.wenshu.knowledge.ChunkVector;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.Vector;

/** Embeddings of pieces of documents as rows of {@code knowledge_document_embedding}. */
final class ChunkVectorFormat implements TableFormat<ChunkVector> {
  @Override
  public String table() {
    return "knowledge_document_embedding";
  }

  @Override
  public List<String> columns() {
    return List.of("item_hash", "chunk_id", "chunk", "vector");
  }

  @Override
  public String read() {
    return "chunk_id, chunk, vector";
  }

  @Override
  public String order() {
    return "id";
  }

  @Override
  public String orderIndex() {
    return "knowledge_document_embedding_collection";
  }

  @Override
  public Optional<String> problem(ChunkVector item) {
    return item.id().isEmpty() && item.chunk().isEmpty()
        ? Optional.of("Neither an id nor a chunk is given")
        : Texts.problem("id", item.id(), CollectionId.MAX_LENGTH)
            .or(() -> Texts.problem("chunk", item.chunk(), Texts.MAX_TEXT))
            .or(() -> Vectors.problem(item.vector()));
  }

  @Override
  public Optional<Vector> vector(ChunkVector item) {
    return Optional.of(item.vector());
  }

  @Override
  public Optional<String> dimensionColumn() {
    return Optional.of("document_dimension");
  }

  @Override
  public void write(ChunkVector item, Hashes hashes, RowSink sink) throws SQLException {
    byte[] vector = VectorBytes.of(item.vector());
    sink.bytes(hashes.of(vector, item.id(), item.chunk()));
    sink.text(item.id());
    sink.text(item.chunk());
    sink.bytes(vector);
  }

  @Override
  public ChunkVector read(ResultSet row, int first) throws SQLException {
    return new ChunkVector(
        row.getString(first), row.getString(first + 1), VectorBytes.read(row.getBytes(first + 2)));
  }
}
