package org.wenshu.guard;

import java.util.Optional;
import java.util.function.Function;
import org.wenshu.generation.DraftSql;
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

  /** Judges the draft by what the caller may know and read. */
  public Judgement judge(DraftSql draft, PermittedSchema schema) {
    GuardPolicy policy = schema.policy();
    Findings findings = new Findings();
    Analysis analysis = new Analysis(schema, policy.limits(), findings, false);
    Optional<String> rendered =
        StatementReader.read(draft.text(), policy.limits(), findings)
            .map(query -> render(query, analysis, policy));
    return findings
        .refusal()
        .<Judgement>map(refused -> refused)
        .orElseGet(
            () ->
                new Judgement.Admitted(
                    new GuardedSql(
                        rendered.orElseThrow(), analysis.tables(), analysis.mostCombinations())));
  }

  /** Judges the draft against the whole catalogue and the caller's policy. */
  public Judgement judge(DraftSql draft, SchemaSnapshot whole, Caller caller) {
    return judge(draft, permitted(whole, caller));
  }

  private static String render(Query query, Analysis analysis, GuardPolicy policy) {
    new QueryAnalysis(analysis).query(query, Optional.empty(), CommonTables.NONE);
    RenderedSql rendered = RenderedSql.of(query, analysis, policy.bounds());
    if (analysis.findings().refusal().isEmpty() && !rendered.isCutAsWritten()) {
      analysis.findings().refuse(GuardRule.RENDERING, 0);
    }
    return rendered.text();
  }
}
