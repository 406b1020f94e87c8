package org.wenshu.protocol.ws.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wenshu.protocol.ws.feed.MessageRate.Verdict;

class MessageRateTest {
  private static final long SECOND = 1_000_000_000L;

  private final MessageRate rate = new MessageRate(10, 20, 0);

  @Test
  void letsABurstPass() {
    for (int i = 0; i < 20; i++) {
      assertThat(rate.judge(0)).isEqualTo(Verdict.PASS);
    }
    assertThat(rate.judge(0)).isEqualTo(Verdict.DISCARD);
    assertThat(rate.retryAfter()).isEqualTo(0.1);
    assertThat(rate.judge(SECOND / 10)).isEqualTo(Verdict.PASS);
  }

  @Test
  void givesUpAfterThreeSecondsOfExcess() {
    Verdict last = Verdict.PASS;
    long firstClose = -1;
    for (long at = 0; at < 10 * SECOND && firstClose < 0; at += SECOND / 50) {
      last = rate.judge(at);
      firstClose = last == Verdict.CLOSE ? at : -1;
    }
    assertThat(last).isEqualTo(Verdict.CLOSE);
    assertThat(firstClose).isBetween(3 * SECOND, 6 * SECOND);
  }
}
