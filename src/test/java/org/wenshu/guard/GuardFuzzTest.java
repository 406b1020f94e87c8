package org.wenshu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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
  private static final String SPLINTERS = "'\"`\\/*-#;() @!%\0\u00a0";
  private static final Set<Kind> NEVER_RENDERED =
      Set.of(
          Kind.COMMENT,
          Kind.HINT,
          Kind.EXECUTABLE_COMMENT,
          Kind.VARIABLE,
          Kind.SEMICOLON,
          Kind.INVALID);

  private final SqlGuard guard = new SqlGuard(caller -> ShopSchema.POLICY);
  private final Random random = new Random(20_240_229);
  private final List<List<String>> statements = new ArrayList<>();
  private final List<String> pieces = new ArrayList<>();

  GuardFuzzTest() {
    Corpus.read("deny.sql").forEach(s -> add(s.sql()));
    for (int times = 0; times < 4; times++) {
      Corpus.read("allow.sql").forEach(s -> add(s.sql()));
    }
  }

  @Test
  void judgesEveryMutantAndAdmitsOnlyPlainReads() {
    int admitted = 0;
    for (int i = 0; i < MUTANTS; i++) {
      String sql = mutant();
      if (!sql.isBlank() && judge(sql) instanceof Judgement.Admitted judgement) {
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

  /** Keeps the white space before each token with it. */
  private void add(String sql) {
    List<String> statement = new ArrayList<>();
    int end = 0;
    for (SqlToken token : MySqlLexer.tokens(sql)) {
      statement.add(sql.substring(end, token.end()));
      end = token.end();
    }
    statements.add(statement);
    pieces.addAll(statement);
  }

  private String mutant() {
    List<String> mutant = new ArrayList<>(any(statements));
    int mutations = 1 + random.nextInt(2);
    for (int i = 0; i < mutations && !mutant.isEmpty(); i++) {
      mutate(mutant, random.nextInt(mutant.size()));
    }
    return String.join("", mutant);
  }

  private void mutate(List<String> mutant, int at) {
    switch (random.nextInt(6)) {
      case 0 -> mutant.remove(at);
      case 1 -> mutant.add(at, any(pieces));
      case 2 -> mutant.set(at, any(pieces));
      case 3 -> Collections.swap(mutant, at, random.nextInt(mutant.size()));
      case 4 -> mutant.addAll(at, excerpt(any(statements)));
      default -> mutant.set(at, torn(mutant.get(at)));
    }
  }

  private List<String> excerpt(List<String> statement) {
    int from = random.nextInt(statement.size());
    return statement.subList(from, Math.min(statement.size(), from + 1 + random.nextInt(8)));
  }

  private String torn(String piece) {
    int at = random.nextInt(piece.length());
    char splinter = SPLINTERS.charAt(random.nextInt(SPLINTERS.length()));
    return piece.substring(0, at) + splinter + piece.substring(at + random.nextInt(2));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
