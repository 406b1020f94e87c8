package org.wenshu.guard;

import java.util.Optional;
import org.wenshu.sql.tree.Query;
import org.wenshu.sql.tree.QueryWriter;

/**
 * SQL of an administrator, a rule's or a view's, judged like any other. Its tables are named with
 * their database: no common table of a statement it is put into can then pass for one of them.
 */
record AnalysedQuery(Shape shape, boolean replacesTables, Query rewritten) {
  /**
   * Reads, judges and rewrites.
   *
   * @throws WithheldException when it is no plain read of these tables
   */
  static AnalysedQuery of(String text, Tables tables, GuardLimits limits) {
    Findings findings = new Findings();
    Query query = readable(StatementReader.read(text, limits, findings), findings);
    Analysis analysis = new Analysis(tables, limits, findings, true);
    Shape shape = new QueryAnalysis(analysis).query(query, Optional.empty(), CommonTables.NONE);
    readable(Optional.of(query), findings);
    String written = QueryWriter.write(query, analysis);
    Query rewritten = readable(StatementReader.read(written, limits, findings), findings);
    return new AnalysedQuery(shape, analysis.replacesTables(), rewritten);
  }

  private static Query readable(Optional<Query> query, Findings findings) {
    findings
        .refusal()
        .ifPresent(
            refused -> {
              throw new WithheldException(
                  refused.rule()
                      + " at "
                      + refused.position()
                      + ", "
                      + refused.wording().english());
            });
    return query.orElseThrow();
  }
}
