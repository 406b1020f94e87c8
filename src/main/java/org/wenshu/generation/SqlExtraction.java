package org.wenshu.generation;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the statement in what a model wrote: prose, fences or JSON around it, or nothing but the
 * statement (contract of the text2sql stream, section 8). Never changes the inside of a statement.
 * Thread-safe.
 *
 * <p>The first place in this order that holds a parseable statement wins: a fence tagged {@code
 * sql} or {@code mysql}, any other fence, a fence without end, bare text, a JSON member {@code
 * sql}. When no place does, the first fence that begins as a statement of any kind counts all the
 * same: its author meant it to be run, so a refusal or a complaint is what the asker should hear of
 * and what a repair needs.
 */
public final class SqlExtraction {
  private static final int MAX_CANDIDATES = 64;
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?i)[(\\s]*(?:SELECT|WITH|SHOW|DESC|DESCRIBE|EXPLAIN|VALUES|TABLE|INSERT|UPDATE|DELETE"
              + "|REPLACE|TRUNCATE|CREATE|ALTER|DROP|RENAME|GRANT|REVOKE|SET|CALL|DO|LOAD|IMPORT"
              + "|HANDLER|LOCK|UNLOCK|START|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|PREPARE|EXECUTE|USE"
              + "|KILL|FLUSH|RESET|PURGE|CHANGE|INSTALL|ANALYZE|OPTIMIZE|REPAIR|CHECK)(?![\\w$])");

  private final Predicate<String> parseable;

  /**
   * An extraction that asks whether a text is one statement.
   *
   * @param parseable whether a text is one statement that can be read
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
    return Stream.of(fences.taggedSql(), fences.others(), fences.unterminated())
        .flatMap(candidates -> candidates)
        .map(SqlExtraction::trim)
        .filter(sql -> STATEMENT.matcher(sql).lookingAt())
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
