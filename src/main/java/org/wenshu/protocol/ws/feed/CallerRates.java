package org.wenshu.protocol.ws.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How many requests each caller may bring over HTTP: as many as messages on a connection (contract,
 * sections 10 and 14.3). Of very many callers those who have been silent longest begin anew.
 * Thread-safe.
 */
final class CallerRates {
  private static final int MOST = 10_000;

  private final int perSecond;
  private final Map<String, MessageRate> rates =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MessageRate> eldest) {
          return size() > MOST;
        }
      };

  /** So many a second, and bursts of twice as many. */
  CallerRates(int perSecond) {
    this.perSecond = perSecond;
  }

  /** After how many seconds the caller may bring more; empty when that is now. */
  synchronized OptionalDouble refusal(String caller, long nowNanos) {
    MessageRate rate =
        rates.computeIfAbsent(caller, name -> new MessageRate(perSecond, 2 * perSecond, nowNanos));
    return rate.judge(nowNanos) == MessageRate.Verdict.PASS
        ? OptionalDouble.empty()
        : OptionalDouble.of(rate.retryAfter());
  }
}
