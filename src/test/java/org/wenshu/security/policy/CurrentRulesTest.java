package org.wenshu.security.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.security.Caller;
import org.wenshu.security.policy.AccessRule.Effect;
import org.wenshu.security.policy.AccessRule.Subject;

class CurrentRulesTest {
  private static final Caller CALLER = new Caller("zhao");
  private static final AccessRule DENIED =
      new AccessRule(Subject.everyone(), Effect.DENY_TABLE, "orders", "", "");

  private List<AccessRule> stored = List.of(DENIED);
  private boolean down;
  private final CurrentRules rules =
      new CurrentRules(this::load, AccessDefaults.none(), Duration.ZERO);

  private List<AccessRule> load() {
    if (down) {
      throw new IllegalStateException("The store is down");
    }
    return stored;
  }

  @Test
  void nobodyReadsAnythingBeforeTheRulesAreKnown() {
    down = true;
    rules.refresh();
    assertThat(rules.areKnown()).isFalse();
    assertThatExceptionOfType(WenshuException.class)
        .isThrownBy(() -> rules.policyOf(CALLER))
        .returns(ErrorCode.ACCESS_RULES_UNAVAILABLE, WenshuException::code);
  }

  @Test
  void theLastOnesStayWhenTheStoreIsDown() {
    rules.refresh();
    down = true;
    rules.refresh();
    assertThat(rules.policyOf(CALLER).permits("orders")).isFalse();
  }

  @Test
  void aChangeHoldsFromTheNextRefreshOn() {
    rules.refresh();
    assertThat(rules.policyOf(CALLER).permits("orders")).isFalse();
    stored = List.of();
    rules.refresh();
    assertThat(rules.policyOf(CALLER).permits("orders")).isTrue();
  }
}
