package org.wenshu.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.wenshu.generation.DraftSql;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.security.Caller;
import org.wenshu.sql.MySqlLexer;
import org.wenshu.sql.SqlToken;
import org.wenshu.sql.parser.Parsed;
import org.wenshu.sql.parser.QueryParser;
import org.wenshu.sql.tree.Query;
import org.wenshu.sql.tree.QueryWriter;

/**
 * Judges SQL: one statement, a plain read, of tables and columns the caller may see, with bounds on
 * what it costs. What is not known to be safe is refused. Thread-safe; starts no threads and waits
 * for nothing.
 */
public final class SqlGuard {
  private static final Set<String> NO_READ =
      Set.of(
          "INTO",
          "FOR",
          "LOCK",
          "PROCEDURE",
          "INSERT",
          "UPDATE",
          "DELETE",
          "REPLACE",
          "TABLE",
          "VALUES",
          "CALL",
          "DROP",
          "RETURNING",
          "OUTFILE",
          "DUMPFILE");

  private final Function<Caller, GuardPolicy> policies;

  /** A guard that lets everybody read the whole catalogue. */
  public SqlGuard() {
    this(caller -> GuardPolicy.wholeCatalogue());
  }

  /** A guard that asks for the policy of the caller at every judgement. */
  public SqlGuard(Function<Caller, GuardPolicy> policies) {
    this.policies = policies;
  }

  /** Judges the draft against the catalogue and the caller's policy. */
  public Judgement judge(DraftSql draft, SchemaSnapshot schema, Caller caller) {
    Findings findings = new Findings();
    Analysis analysis = new Analysis(schema, policies.apply(caller), findings);
    Optional<String> rendered = read(draft.text(), analysis).map(query -> render(query, analysis));
    return findings
        .refusal()
        .<Judgement>map(refused -> refused)
        .orElseGet(
            () ->
                new Judgement.Admitted(new GuardedSql(rendered.orElseThrow(), analysis.tables())));
  }

  private static Optional<Query> read(String text, Analysis analysis) {
    Findings findings = analysis.findings();
    if (text.length() > analysis.limits().maxCharacters()) {
      findings.refuse(GuardRule.LENGTH, analysis.limits().maxCharacters());
      return Optional.empty();
    }
    List<SqlToken> statement = LexicalCheck.statement(MySqlLexer.code(text), findings);
    if (findings.refusal().isPresent()) {
      return Optional.empty();
    }
    Parsed parsed = QueryParser.parse(text, statement, analysis.limits().maxNesting());
    if (parsed instanceof Parsed.Read read) {
      return Optional.of(read.query());
    }
    refuseUnreadable(text, statement, ((Parsed.Unreadable) parsed).tokenIndex(), findings);
    return Optional.empty();
  }

  /** A read with a slip of the pen can be repaired; what starts to do something else cannot. */
  private static void refuseUnreadable(
      String text, List<SqlToken> statement, int index, Findings findings) {
    if (index >= statement.size()) {
      findings.refuse(GuardRule.SYNTAX, text.length(), Wordings.syntax(""));
      return;
    }
    SqlToken token = statement.get(index);
    if (NO_READ.stream().anyMatch(token::isWord)) {
      findings.refuse(GuardRule.READ_ONLY, token.start());
    } else if (token.isSymbol("(") && index > 0 && statement.get(index - 1).isName()) {
      // A call of a quoted or qualified name: a stored function, or a built-in in disguise.
      findings.refuse(GuardRule.FUNCTION, statement.get(index - 1).start());
    } else {
      String rest = text.substring(token.start());
      findings.refuse(GuardRule.SYNTAX, token.start(), Wordings.syntax(rest));
    }
  }

  private static String render(Query query, Analysis analysis) {
    new QueryAnalysis(analysis).query(query, Optional.empty(), CommonTables.NONE);
    String text = QueryWriter.write(query, analysis::corrected);
    if (analysis.findings().refusal().isEmpty() && !readsBackAlike(text, analysis.limits())) {
      analysis.findings().refuse(GuardRule.ROUND_TRIP, 0);
    }
    return text;
  }

  /** What will run must mean what was judged: cut, parsed and written again it stays the same. */
  private static boolean readsBackAlike(String text, GuardLimits limits) {
    Parsed parsed = QueryParser.parse(text, MySqlLexer.code(text), limits.maxNesting());
    return parsed instanceof Parsed.Read read && QueryWriter.write(read.query()).equals(text);
  }
}
