package org.wenshu.generation;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the statement in what a model wrote: prose, fences or JSON around it, or nothing but the
 * statement (contract of the text2sql stream, section 8). Never changes the inside of a statement.
 * Thread-safe.
 *
 * <p>The first place in this order that holds a parseable statement wins: a fence tagged {@code
 * sql} or {@code mysql}, any other fence, a fence without end, bare text, a JSON member {@code
 * sql}. When no place does, the first tagged fence that is not empty counts all the same: its
 * author meant it to be run, and the database's complaint is what a repair needs.
 */
public final class SqlExtraction {
  private static final int MAX_CANDIDATES = 64;

  private final Predicate<String> parseable;

  /**
   * An extraction that asks whether a text is one statement.
   *
   * @param parseable true for any one statement, a forbidden one too: refusing it is the guard's
   *     task, and the asker should hear of the refusal
   */
  public SqlExtraction(Predicate<String> parseable) {
    this.parseable = parseable;
  }

  /** The statement in the text, without surrounding whitespace and closing semicolon. */
  public Optional<DraftSql> extract(String text) {
    FencedBlocks fences = FencedBlocks.of(text);
    return Stream.<Stream<String>>of(
            fences.taggedSql(),
            fences.others(),
            fences.unterminated(),
            BareStatements.in(text),
            JsonMembers.named("sql", text))
        .flatMap(candidates -> candidates)
        .limit(MAX_CANDIDATES)
        .map(SqlExtraction::trim)
        .filter(sql -> !sql.isEmpty() && parseable.test(sql))
        .findFirst()
        .or(() -> unparseable(fences))
        .map(DraftSql::new);
  }

  private static Optional<String> unparseable(FencedBlocks fences) {
    return fences
        .taggedSql()
        .map(SqlExtraction::trim)
        .filter(BareStatements::beginsStatement)
        .findFirst();
  }

  private static String trim(String candidate) {
    String sql = withoutByteOrderMark(candidate);
    return sql.endsWith(";") ? sql.substring(0, sql.length() - 1).strip() : sql;
  }

  private static String withoutByteOrderMark(String candidate) {
    String sql = candidate.strip();
    return sql.startsWith("\uFEFF") ? sql.substring(1).strip() : sql;
  }
}
