package org.wenshu.suggestion;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.wenshu.generation.Generation;
import org.wenshu.generation.GenerationRequest;
import org.wenshu.generation.SqlGenerator;
import org.wenshu.guard.Judgement;
import org.wenshu.guard.PermittedSchema;
import org.wenshu.guard.SqlGuard;
import org.wenshu.prompt.Prompt;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Question;
import org.wenshu.schema.SchemaContext;
import org.wenshu.schema.SchemaLinker;
import org.wenshu.security.policy.RecentlyUsed;

/**
 * Tries a question on the path every question takes, up to the database: it must be answered
 * without a model, from the table it is about, by SQL that the guard admits. Thread-safe.
 */
final class Verifier {
  private static final int REMEMBERED = 5_000;
  private static final Duration AT_MOST = Duration.ofSeconds(1);
  private static final Prompt NONE = new Prompt(() -> "", () -> "");

  private final SchemaLinker linker;
  private final SqlGenerator grammar;
  private final SqlGuard guard;
  private final RecentlyUsed<Tried, Optional<String>> verdicts = new RecentlyUsed<>(REMEMBERED);

  Verifier(SchemaLinker linker, SqlGenerator grammar, SqlGuard guard) {
    this.linker = linker;
    this.grammar = grammar;
    this.guard = guard;
  }

  private record Tried(String schema, String table, String text) {}

  /** The statement that answers it; empty when it cannot be asked. */
  Optional<String> answer(Candidate candidate, PermittedSchema schema) {
    Tried tried = tried(candidate, schema);
    return verdicts.get(tried).orElseGet(() -> verdicts.put(tried, test(candidate, schema)));
  }

  private static Tried tried(Candidate candidate, PermittedSchema schema) {
    return new Tried(schema.snapshot().version(), candidate.table(), candidate.text());
  }

  private Optional<String> test(Candidate candidate, PermittedSchema schema) {
    Question question = Question.of(candidate.text());
    SchemaContext found = linker.link(question);
    GenerationRequest request =
        new GenerationRequest(question, schema.restrict(found), found, NONE);
    Generation generation =
        grammar.generate(request, piece -> {}, Deadline.after(AT_MOST), new Cancellation());
    return generation instanceof Generation.Drafted drafted
            && names(drafted.sql().text(), candidate.table())
            && guard.judge(drafted.sql(), schema) instanceof Judgement.Admitted
        ? Optional.of(drafted.sql().text())
        : Optional.empty();
  }

  private static boolean names(String sql, String table) {
    return sql.toLowerCase(Locale.ROOT).contains(table.toLowerCase(Locale.ROOT));
  }
}
