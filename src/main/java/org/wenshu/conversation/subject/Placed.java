package org.wenshu.conversation.subject;

import java.util.Optional;
import org.wenshu.conversation.subject.RowSource.Cell;

/** Something that a FROM clause reads. Compared by identity, as one table may be read twice. */
final class Placed {
  private final String name;
  private final RowSource rows;
  private boolean optional;

  /** Those rows, by the name that qualifies their columns. */
  Placed(String name, RowSource rows) {
    this.name = name;
    this.rows = rows;
  }

  boolean isNamed(String qualifier) {
    return name.equalsIgnoreCase(qualifier);
  }

  RowSource rows() {
    return rows;
  }

  /** The column of that label. */
  Optional<Cell> cell(String label) {
    return rows.columns().stream().filter(c -> c.isLabelled(label)).findFirst();
  }

  /** An outer join may fill its place with nothing. */
  void makeOptional() {
    optional = true;
  }

  boolean isOptional() {
    return optional;
  }
}
