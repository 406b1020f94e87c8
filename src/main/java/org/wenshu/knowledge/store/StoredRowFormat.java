package org.wenshu.knowledge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.StoredRow;

/** Imported rows as rows of {@code knowledge_row}. */
final class StoredRowFormat implements TableFormat<StoredRow> {
  @Override
  public String table() {
    return "knowledge_row";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "schema_hash", "item_hash", "schema_name", "row_values", "confidence", "source_span");
  }

  @Override
  public String read() {
    return "schema_name, row_values, confidence, source_span";
  }

  @Override
  public String order() {
    return "schema_hash, item_hash";
  }

  @Override
  public Optional<String> problem(StoredRow item) {
    if (item.schema().isEmpty()) {
      return Optional.of("The schema's name is empty");
    }
    return Texts.problem("schema_name", item.schema(), CollectionId.MAX_LENGTH)
        .or(() -> Texts.problem("values", item.json(), Texts.MAX_TEXT))
        .or(() -> Texts.problem("source_span", item.sourceSpan(), Texts.MAX_TEXT))
        .or(
            () ->
                Double.isFinite(item.confidence())
                    ? Optional.empty()
                    : Optional.of("confidence is not finite"));
  }

  @Override
  public void write(StoredRow item, Hashes hashes, RowSink sink) throws SQLException {
    sink.number(hashes.of(item.schema()));
    sink.bytes(hashes.all(item.schema(), item.json()));
    sink.text(item.schema());
    sink.text(item.json());
    sink.decimal(item.confidence());
    sink.text(item.sourceSpan());
  }

  @Override
  public StoredRow read(ResultSet row, int first) throws SQLException {
    return new StoredRow(
        row.getString(first),
        row.getString(first + 1),
        row.getDouble(first + 2),
        row.getString(first + 3));
  }
}
