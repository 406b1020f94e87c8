package org.wenshu.knowledge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.wenshu.knowledge.Vector;

/**
 * How items of one kind are rows of a table, whose first column is the collection's number.
 *
 * @param <T> the kind
 */
interface TableFormat<T> {
  String table();

  /** The columns that are written, without the collection's number. */
  List<String> columns();

  /** The columns that {@link #read} takes. */
  String read();

  /** A stable order within a collection that an index gives. */
  String order();

  /** That index. */
  default String orderIndex() {
    return "PRIMARY";
  }

  /** Why an item cannot be stored; empty when it can. */
  Optional<String> problem(T item);

  /** The vector of an item; empty for kinds that have none. */
  default Optional<Vector> vector(T item) {
    return Optional.empty();
  }

  /** The column of the collection that holds the dimension of the vectors. */
  default Optional<String> dimensionColumn() {
    return Optional.empty();
  }

  /** Writes the columns. */
  void write(T item, Hashes hashes, RowSink sink) throws SQLException;

  /** Reads the columns of {@link #read}, from the given one on. */
  T read(ResultSet row, int first) throws SQLException;

  /**
   * Whether items that differ in anything are different rows, so that it does not matter which of
   * two is written first.
   */
  default boolean isOrderless() {
    return false;
  }

  /** Whether rows remember which loading of a core has brought them. */
  default boolean isLoadable() {
    return false;
  }
}
