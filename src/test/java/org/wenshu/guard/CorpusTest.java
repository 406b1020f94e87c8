package org.wenshu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wenshu.generation.DraftSql;
import org.wenshu.security.Caller;

/** Every statement of both corpora, judged under the policy they assume. */
class CorpusTest {
  private final SqlGuard guard = new SqlGuard(caller -> ShopSchema.POLICY);

  static List<Corpus.Statement> denied() {
    return Corpus.read("deny.sql");
  }

  static List<Corpus.Statement> allowed() {
    return Corpus.read("allow.sql");
  }

  @ParameterizedTest
  @MethodSource("denied")
  void refuses(Corpus.Statement statement) {
    assertThat(judge(statement.sql())).as(statement.sql()).isInstanceOf(Judgement.Refused.class);
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void admits(Corpus.Statement statement) {
    assertThat(judge(statement.sql())).as(statement.sql()).isInstanceOf(Judgement.Admitted.class);
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void admitsWhatItRendered(Corpus.Statement statement) {
    String rendered = ((Judgement.Admitted) judge(statement.sql())).sql().text();
    assertThat(judge(rendered))
        .isInstanceOfSatisfying(
            Judgement.Admitted.class, again -> assertThat(again.sql().text()).isEqualTo(rendered));
  }

  @Test
  void corporaAreComplete() {
    assertThat(denied()).hasSize(300);
    assertThat(allowed()).hasSize(102);
  }

  private Judgement judge(String sql) {
    return guard.judge(new DraftSql(sql), ShopSchema.SNAPSHOT, Caller.anonymous());
  }
}
