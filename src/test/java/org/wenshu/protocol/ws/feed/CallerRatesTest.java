package org.wenshu.protocol.ws.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerRatesTest {
  private static final long SECOND = 1_000_000_000L;

  private final CallerRates rates = new CallerRates(10);

  private int passing(String caller, int requests, long now) {
    int passed = 0;
    for (int i = 0; i < requests; i++) {
      passed += rates.refusal(caller, now).isEmpty() ? 1 : 0;
    }
    return passed;
  }

  @Test
  void letsABurstPassAndThenSoManyASecond() {
    assertThat(passing("a", 30, 0)).isEqualTo(20);
    assertThat(passing("a", 30, SECOND)).isEqualTo(10);
    assertThat(rates.refusal("a", SECOND).orElseThrow()).isEqualTo(0.1);
  }

  @Test
  void judgesEachCallerApartAndNobodyForGood() {
    passing("a", 30, 0);
    assertThat(passing("b", 30, 0)).isEqualTo(20);
    for (int second = 1; second <= 20; second++) {
      assertThat(passing("a", 30, second * SECOND)).isEqualTo(10);
    }
  }
}
