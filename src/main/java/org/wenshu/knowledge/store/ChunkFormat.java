package org.wenshu.knowledge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.wenshu.knowledge.Chunk;
import org.wenshu.knowledge.CollectionId;

/** Pieces of documents as rows of {@code knowledge_chunk}. */
final class ChunkFormat implements TableFormat<Chunk> {
  @Override
  public String table() {
    return "knowledge_chunk";
  }

  @Override
  public List<String> columns() {
    return List.of("chunk_id", "document_id", "ordinal", "chunk");
  }

  @Override
  public String read() {
    return "chunk_id, document_id, ordinal, chunk";
  }

  @Override
  public String order() {
    return "chunk_id";
  }

  @Override
  public Optional<String> problem(Chunk item) {
    return item.id().isEmpty()
        ? Optional.of("id is empty")
        : Texts.problem("id", item.id(), CollectionId.MAX_LENGTH)
            .or(() -> Texts.problem("document", item.document(), CollectionId.MAX_LENGTH))
            .or(() -> Texts.problem("chunk", item.text(), Texts.MAX_TEXT));
  }

  @Override
  public void write(Chunk item, Hashes hashes, RowSink sink) throws SQLException {
    sink.text(item.id());
    sink.text(item.document());
    sink.number(item.ordinal());
    sink.text(item.text());
  }

  @Override
  public Chunk read(ResultSet row, int first) throws SQLException {
    return new Chunk(
        row.getString(first),
        row.getString(first + 1),
        row.getInt(first + 2),
        row.getString(first + 3));
  }
}
