package org.wenshu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wenshu.generation.DraftSql;
import org.wenshu.security.Caller;
import org.wenshu.sql.MySqlLexer;
import org.wenshu.sql.SqlToken;
import org.wenshu.sql.SqlToken.Kind;

/** Statements of both corpora with pieces moved, lost, doubled, swapped and torn. */
class GuardFuzzTest {
  private static final int MUTANTS = 20_000;
  private static final Set<Kind> NEVER_RENDERED =
      Set.of(
          Kind.COMMENT,
          Kind.HINT,
          Kind.EXECUTABLE_COMMENT,
          Kind.VARIABLE,
          Kind.SEMICOLON,
          Kind.INVALID);

  private final SqlGuard guard = new SqlGuard(caller -> ShopSchema.POLICY);
  private final Mutants mutants = new Mutants(20_240_229);

  @Test
  void judgesEveryMutantAndAdmitsOnlyPlainReads() {
    int admitted = 0;
    for (int i = 0; i < MUTANTS; i++) {
      String sql = mutants.next();
      if (judge(sql) instanceof Judgement.Admitted judgement) {
        admitted++;
        assertPlainRead(sql, judgement.sql());
      }
    }
    assertThat(admitted).as("mutants that are reads, else nothing was tried").isGreaterThan(500);
  }

  private void assertPlainRead(String sql, GuardedSql guarded) {
    String text = guarded.text();
    assertThat(MySqlLexer.tokens(text))
        .as(sql)
        .extracting(SqlToken::kind)
        .doesNotContainAnyElementsOf(NEVER_RENDERED);
    assertThat(text).as(sql).matches("(?s)[(]*(SELECT|WITH) .*");
    assertThat(guarded.tables())
        .as(sql)
        .doesNotContainAnyElementsOf(ShopSchema.POLICY.deniedTables());
    assertThat(judge(text))
        .as(text)
        .isInstanceOfSatisfying(
            Judgement.Admitted.class, again -> assertThat(again.sql().text()).isEqualTo(text));
  }

  private Judgement judge(String sql) {
    return guard.judge(new DraftSql(sql), ShopSchema.SNAPSHOT, Caller.anonymous());
  }
}
