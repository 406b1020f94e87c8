package org.wenshu.audit;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.wenshu.sql.MySqlLexer;
import org.wenshu.sql.SqlToken;
import org.wenshu.sql.SqlToken.Kind;

/** Leaves out of a record what configuration does not want kept. */
final class AuditMask {
  private static final Set<Kind> LITERALS =
      EnumSet.of(
          Kind.STRING, Kind.NATIONAL_STRING, Kind.NUMBER, Kind.HEX, Kind.BIT, Kind.INTRODUCER);
  private static final Set<Kind> LEFT_OUT =
      EnumSet.of(Kind.COMMENT, Kind.HINT, Kind.EXECUTABLE_COMMENT);

  private final AuditConfig config;

  AuditMask(AuditConfig config) {
    this.config = config;
  }

  AuditRecord apply(AuditRecord entry) {
    if (!config.maskQuestion() && !config.maskLiterals()) {
      return entry;
    }
    String question = entry.question();
    return entry.with(
        config.maskQuestion() ? "[" + question.length() + " characters]" : question,
        config.maskLiterals() ? masked(entry.statements()) : entry.statements());
  }

  private static AuditRecord.Statements masked(AuditRecord.Statements statements) {
    Optional<String> draft = statements.draft().map(AuditMask::withoutLiterals);
    Optional<String> guarded = statements.guarded().map(AuditMask::withoutLiterals);
    return new AuditRecord.Statements(draft, guarded, statements.generator());
  }

  /** Every literal becomes a question mark; from where nothing can be cut, all of it. */
  static String withoutLiterals(String sql) {
    StringBuilder masked = new StringBuilder(sql.length());
    int copied = 0;
    for (SqlToken token : MySqlLexer.tokens(sql)) {
      masked.append(sql, copied, token.start());
      if (token.kind() == Kind.INVALID) {
        return masked.append('?').toString();
      }
      if (LITERALS.contains(token.kind())) {
        masked.append('?');
      } else if (!LEFT_OUT.contains(token.kind())) {
        masked.append(token.text());
      }
      copied = token.end();
    }
    return masked.append(sql, copied, sql.length()).toString();
  }
}
