package org.wenshu.security.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - Duration.ofMinutes(3).toNanos());
  private final RateLimiter limiter = limiter(100, 1000);

  @Test
  void allowsTheLimitAndRefusesTheNext() {
    assertThat(passed(limiter, "a", 100)).isEqualTo(100);

    RateRefusal refusal = limiter.take("a").orElseThrow();

    assertThat(refusal.limitedBy()).isEqualTo(LimitedBy.CONNECTION);
    assertThat(refusal.limit()).isEqualTo(100);
    assertThat(refusal.windowSeconds()).isEqualTo(60);
    assertThat(refusal.currentUsage()).isEqualTo(100);
    assertThat(refusal.retryAfter()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
  }

  @Test
  void countsEachKeyAlone() {
    assertThat(passed(limiter, "a", 150)).isEqualTo(100);
    assertThat(passed(limiter, "b", 150)).isEqualTo(100);
  }

  @Test
  void allowsAgainWhenTheTimeToldHasPassedAndNotBefore() {
    passed(limiter, "a", 60);
    pass(Duration.ofSeconds(30));
    passed(limiter, "a", 40);
    Duration retryAfter = limiter.take("a").orElseThrow().retryAfter();
    assertThat(retryAfter).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));

    pass(retryAfter.minusNanos(1));
    assertThat(limiter.take("a")).isPresent();
    pass(Duration.ofNanos(1));

    assertThat(passed(limiter, "a", 100)).as("the first 60 have left the window").isEqualTo(60);
  }

  @Test
  void doesNotCountWhatItRefuses() {
    passed(limiter, "a", 100);
    for (int second = 0; second < 60; second++) {
      assertThat(limiter.take("a")).isPresent();
      pass(Duration.ofSeconds(1));
    }
    pass(Duration.ofSeconds(1));

    assertThat(passed(limiter, "a", 200)).isEqualTo(100);
  }

  @Test
  void neverAllowsMoreThanTheLimitInAnyWindow() {
    Random random = new Random(7);
    Deque<Long> allowed = new ArrayDeque<>();
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      pass(Duration.ofMillis(random.nextInt(600)));
      if (limiter.take("a").isEmpty()) {
        allowed.add(now.get());
      } else {
        refused++;
      }
      while (!allowed.isEmpty() && now.get() - allowed.peekFirst() >= MINUTE.toNanos()) {
        allowed.removeFirst();
      }
      assertThat(allowed.size()).isLessThanOrEqualTo(100);
      if (i > 1000) {
        assertThat(allowed.size()).as("does not starve the key").isGreaterThan(80);
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void remembersABoundedNumberOfKeys() {
    RateLimiter small = limiter(1, 160);
    for (int i = 0; i < 100_000; i++) {
      assertThat(small.take("key-" + i)).isEmpty();
    }

    assertThat(small.size()).isLessThanOrEqualTo(160);
    assertThat(small.take("key-99999")).as("the last is still known").isPresent();
  }

  @Test
  void forgetsAKey() {
    passed(limiter, "a", 100);

    limiter.forget("a");

    assertThat(limiter.take("a")).isEmpty();
    assertThat(limiter.size()).isEqualTo(1);
  }

  @Test
  void countsRightUnderManyThreads() throws Exception {
    AtomicInteger passed = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> runs = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        runs.add(threads.submit(() -> passed.addAndGet(passed(limiter, "a", 1000))));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(passed).hasValue(100);
  }

  private RateLimiter limiter(int limit, int maxKeys) {
    return new RateLimiter(LimitedBy.CONNECTION, limit, MINUTE, maxKeys, now::get);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private static int passed(RateLimiter limiter, String key, int attempts) {
    int passed = 0;
    for (int i = 0; i < attempts; i++) {
      if (limiter.take(key).isEmpty()) {
        passed++;
      }
    }
    return passed;
  }
}
