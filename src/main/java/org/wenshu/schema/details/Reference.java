package org.wenshu.schema.details;

import java.util.List;
import org.wenshu.schema.Table;

/**
 * A table that refers to another.
 *
 * @param key what its relationship is known by
 * @param inferred whether it is guessed from names
 */
record Reference(
    Table table,
    List<String> columns,
    Table target,
    List<String> targetColumns,
    String key,
    boolean inferred) {
  Reference turned() {
    return new Reference(
        /* table= */ target,
        /* columns= */ targetColumns,
        /* target= */ table,
        /* targetColumns= */ columns,
        key,
        inferred);
  }
}
