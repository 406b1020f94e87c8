package org.wenshu.guard;

import java.util.Optional;
import java.util.function.Function;
import org.wenshu.generation.DraftSql;
import org.wenshu.question.RowWindow;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.security.Caller;
import org.wenshu.sql.tree.Query;

/**
 * Judges SQL: one statement, a plain read, of tables and columns the caller may see, with bounds on
 * what it costs. What is not known to be safe is refused. What runs is the tree written anew, with
 * what is withheld from the caller taken out of it. Thread-safe; starts no threads and waits for
 * nothing.
 */
public final class SqlGuard {
  private final Function<Caller, GuardPolicy> policies;
  private final PermittedSchemas permitted = new PermittedSchemas();
  private final RememberedJudgements remembered = new RememberedJudgements();

  /** A guard that lets everybody read the whole catalogue. */
  public SqlGuard() {
    this(caller -> GuardPolicy.wholeCatalogue());
  }

  /** A guard that asks for the policy of the caller at every question. */
  public SqlGuard(Function<Caller, GuardPolicy> policies) {
    this.policies = policies;
  }

  /**
   * What the caller may know of the catalogue.
   *
   * @throws org.wenshu.error.WenshuException when the caller's policy is not known now
   */
  public PermittedSchema permitted(SchemaSnapshot whole, Caller caller) {
    return permitted.of(whole, policies.apply(caller));
  }

  /** Judges the draft by what the caller may know and read; all rows are wanted. */
  public Judgement judge(DraftSql draft, PermittedSchema schema) {
    return judge(draft, schema, Optional.empty());
  }

  /**
   * Judges the draft by what the caller may know and read.
   *
   * @param window which rows are wanted
   */
  public Judgement judge(DraftSql draft, PermittedSchema schema, Optional<RowWindow> window) {
    GuardPolicy policy = schema.policy();
    Findings findings = new Findings();
    Analysis analysis = new Analysis(schema, policy.limits(), findings, false);
    RowLimit limit = new RowLimit(policy.bounds().rows(), window);
    Optional<GuardedSql> guarded =
        StatementReader.read(draft.text(), policy.limits(), findings)
            .map(query -> guarded(query, limit, analysis, policy));
    return findings
        .refusal()
        .<Judgement>map(refused -> refused)
        .orElseGet(() -> new Judgement.Admitted(guarded.orElseThrow()));
  }

  /** As {@link #judge}, which is spared where the same was judged lately. */
  public Judgement judgeOnce(DraftSql draft, PermittedSchema schema, Optional<RowWindow> window) {
    return remembered.get(schema, draft.text(), window, () -> judge(draft, schema, window));
  }

  /** Judges the draft against the whole catalogue and the caller's policy. */
  public Judgement judge(DraftSql draft, SchemaSnapshot whole, Caller caller) {
    return judge(draft, permitted(whole, caller));
  }

  private static GuardedSql guarded(
      Query query, RowLimit limit, Analysis analysis, GuardPolicy policy) {
    new QueryAnalysis(analysis).query(query, Optional.empty(), CommonTables.NONE);
    Query limited = limit.apply(query);
    RenderedSql rendered = RenderedSql.of(limited, analysis, policy.bounds());
    if (analysis.findings().refusal().isEmpty() && !rendered.isCutAsWritten()) {
      analysis.findings().refuse(GuardRule.RENDERING, 0);
    }
    return new GuardedSql(rendered.text(), limited, analysis.tables(), analysis.mostCombinations());
  }
}
