package org.wenshu.ask;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wenshu.execution.Rows;
import org.wenshu.guard.GuardedSql;
import org.wenshu.question.Wording;
import org.wenshu.values.Substitution;

/**
 * Rows and how they came about.
 *
 * @param sql the statement as drafted, values linked, that gave the rows
 * @param originalSql the first statement, when a repair replaced it
 * @param guarded the statement that ran
 * @param generator {@code model} or {@code grammar}
 * @param notices what the person should know, such as a model that was down
 * @param insight what else is told of the statement
 * @param reused whether it was given before and is given again
 */
public record Answer(
    String sql,
    Optional<String> originalSql,
    GuardedSql guarded,
    Rows rows,
    List<Substitution> substitutions,
    String generator,
    List<Wording> notices,
    Insight insight,
    boolean reused,
    Duration duration) {
  /** The statement as it may be shown, with its limits. */
  public String shownSql() {
    return guarded.readableText();
  }

  /** The tables it reads, in their order by name. */
  public List<String> tables() {
    return guarded.tables().stream().sorted().toList();
  }

  /** The same once more, which took that long. */
  Answer again(Duration took) {
    return new Answer(
        sql, originalSql, guarded, rows, substitutions, generator, notices, insight, true, took);
  }
}
