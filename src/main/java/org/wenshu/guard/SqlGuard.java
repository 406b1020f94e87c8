package org.wenshu.guard;

import org.wenshu.generation.DraftSql;
import org.wenshu.question.Wording;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.security.Caller;

/** Judges SQL: one statement, a read, known tables only. Thread-safe. */
public final class SqlGuard {
  /** Judges the draft against the catalogue. */
  public Judgement judge(DraftSql draft, SchemaSnapshot schema, Caller caller) {
    return new Judgement.Refused(
        "read-only", 0, new Wording("只允许执行只读查询", "Only read-only queries may be run"));
  }
}
