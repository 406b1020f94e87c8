package org.wenshu.knowledge.row;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.RowSelection;
import org.wenshu.knowledge.RowStore;
import org.wenshu.knowledge.Scope;
import org.wenshu.knowledge.StoredRow;

/** Answers every selection with the same rows, and keeps what was selected. */
final class ScriptedRowStore implements RowStore {
  final List<RowSelection> selections = new ArrayList<>();
  final List<StoredRow> rows = new ArrayList<>();

  @Override
  public List<StoredRow> select(CollectionId collection, RowSelection selection) {
    selections.add(selection);
    return List.copyOf(rows);
  }

  @Override
  public void add(CollectionId collection, List<StoredRow> items) {
    rows.addAll(items);
  }

  @Override
  public void each(Scope scope, BiConsumer<CollectionId, StoredRow> visitor) {
    rows.forEach(row -> visitor.accept(CollectionId.of("", ""), row));
  }
}
