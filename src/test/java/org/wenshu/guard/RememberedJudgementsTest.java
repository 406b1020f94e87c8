package org.wenshu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wenshu.generation.DraftSql;
import org.wenshu.question.RowWindow;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.security.Caller;

/** A judgement that is remembered must never be that of somebody else. */
class RememberedJudgementsTest {
  private static final DraftSql DRAFT = new DraftSql("SELECT id FROM orders");
  private static final Caller OPEN = new Caller("open");
  private static final Caller CLOSED = new Caller("closed");

  private final SqlGuard guard =
      new SqlGuard(
          caller ->
              caller.equals(OPEN)
                  ? GuardPolicy.wholeCatalogue()
                  : new GuardPolicy(Set.of("orders"), Set.of(), GuardLimits.defaults()));

  private Judgement judge(SchemaSnapshot schema, Caller caller, Optional<RowWindow> window) {
    return guard.judgeOnce(DRAFT, guard.permitted(schema, caller), window);
  }

  private Judgement judge(Caller caller) {
    return judge(ShopSchema.SNAPSHOT, caller, Optional.empty());
  }

  @Test
  void judgesTheSameOnce() {
    assertThat(judge(OPEN)).isInstanceOf(Judgement.Admitted.class).isSameAs(judge(OPEN));
    assertThat(judge(CLOSED)).isInstanceOf(Judgement.Refused.class).isSameAs(judge(CLOSED));
  }

  @Test
  void judgesAnewForAnotherWindow() {
    Judgement all = judge(OPEN);
    Judgement some = judge(ShopSchema.SNAPSHOT, OPEN, Optional.of(new RowWindow(3, 0)));

    assertThat(((Judgement.Admitted) some).sql().text())
        .isNotEqualTo(((Judgement.Admitted) all).sql().text())
        .endsWith("LIMIT 3");
  }

  @Test
  void judgesAnewWhenTheCatalogueHasChanged() {
    assertThat(judge(OPEN)).isInstanceOf(Judgement.Admitted.class);
    SchemaSnapshot without =
        SchemaSnapshot.of(
            "shop",
            "2",
            Instant.EPOCH,
            ShopSchema.SNAPSHOT.tables().values().stream()
                .filter(table -> !table.name().equals("orders"))
                .toList());

    assertThat(judge(without, OPEN, Optional.empty())).isInstanceOf(Judgement.Refused.class);
  }
}
