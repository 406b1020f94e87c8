package org.wenshu.knowledge;

import java.util.List;

/** The rows. Thread-safe. */
public interface RowStore extends ItemStore<StoredRow> {
  /** The rows that a selection finds, in its order. */
  List<StoredRow> select(CollectionId collection, RowSelection selection);
}
