package org.wenshu.guard;

import java.util.Optional;

/** The tables that a statement may be about. */
interface Tables {
  /** The name of the database they are in. */
  String database();

  /** Whether {@code *} stands for the permitted columns of a table that has hidden ones. */
  boolean narrowsStars();

  /** The table of that name, in any letter case; empty when it does not exist for the caller. */
  Optional<PermittedTable> table(String name);
}
