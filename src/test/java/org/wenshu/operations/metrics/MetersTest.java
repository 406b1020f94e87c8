package org.wenshu.operations.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetersTest {
  private final Meters meters = new Meters();

  @AfterEach
  void close() {
    meters.close();
  }

  @Test
  void showsCountersAsPrometheusText() {
    CounterFamily hits = meters.counters("rag_cache_hits_total", "Answers found", "cache");
    hits.count("answers");
    hits.add(2, "answers");

    assertThat(meters.text())
        .contains("# HELP rag_cache_hits_total Answers found\n")
        .contains("# TYPE rag_cache_hits_total counter\n")
        .contains("\nrag_cache_hits_total{cache=\"answers\"} 3.0\n");
  }

  @Test
  void showsTimersAsHistogramsInSeconds() {
    TimerFamily durations =
        meters.timers(
            "rag_query_duration_seconds",
            "Of questions",
            List.of(Duration.ofMillis(5), Duration.ofSeconds(5)));
    durations.record(3_000_000);
    durations.record(1_000_000_000);

    assertThat(meters.text())
        .contains("# TYPE rag_query_duration_seconds histogram\n")
        .contains("rag_query_duration_seconds_bucket{le=\"0.005\"} 1\n")
        .contains("rag_query_duration_seconds_bucket{le=\"5.0\"} 2\n")
        .contains("rag_query_duration_seconds_bucket{le=\"+Inf\"} 2\n")
        .contains("rag_query_duration_seconds_count 2\n")
        .contains("rag_query_duration_seconds_sum 1.003\n");
  }

  @Test
  void asksForGaugesAndCountsOfOthersWhenShown() {
    AtomicInteger active = new AtomicInteger(3);
    meters.gauge("rag_db_connections_active", "In use", active::doubleValue);
    meters.gauge("wenshu_connections_open", "Open", "dialect", "rag", active::doubleValue);
    meters.counted("rag_cache_misses_total", "Answers not found", active::longValue);
    active.set(4);

    assertThat(meters.text())
        .contains("\nrag_db_connections_active 4.0\n")
        .contains("\nwenshu_connections_open{dialect=\"rag\"} 4.0\n")
        .contains("# TYPE rag_cache_misses_total counter\n")
        .contains("\nrag_cache_misses_total 4.0\n");
  }

  @Test
  void countsWhatIsTooManyTogether() {
    CounterFamily family = meters.counters("wenshu_test_total", "Test", "from", "to");
    for (int i = 0; i < 10_000; i++) {
      family.count("from " + i, "here");
    }

    assertThat(meters.text().lines().filter(line -> line.startsWith("wenshu_test_total")))
        .hasSize(Meters.MAX_SERIES + 1)
        .contains("wenshu_test_total{from=\"other\",to=\"other\"} 9800.0");
  }

  @Test
  void showsSeriesBeforeTheirFirstEvent() {
    var unused = meters.counters("wenshu_test_total", "Test", "kind").startingAtZero("one");

    assertThat(meters.text()).contains("wenshu_test_total{kind=\"one\"} 0.0\n");
  }

  @Test
  void showsTheProcess() {
    assertThat(meters.withProcess().text())
        .contains("jvm_memory_used_bytes{", "jvm_threads_live_threads ", "process_uptime_seconds ");
  }

  @Test
  void refusesNamesThatPrometheusWouldNotExpect() {
    assertThatThrownBy(() -> meters.counters("wenshu_test", "Test"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> meters.timers("wenshu_test", "Test", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tellsRequestsConnectionsAndLimitsOfDialects() {
    RequestMetrics requests = new RequestMetrics(meters);
    requests.answered("rag", "query.execute", 10_000_000);
    requests.failed("rag", "query.execute", "-31300", 10_000_000);
    requests.abandoned("rag", "query.execute", 10_000_000);
    requests.limitHit("rate-per-connection");
    AtomicInteger open = requests.connections("rag");
    open.incrementAndGet();

    String text = meters.text();
    for (String outcome : List.of("ok", "error", "abandoned")) {
      assertThat(text)
          .contains(
              "rag_requests_total{dialect=\"rag\",method=\"query.execute\",outcome=\""
                  + outcome
                  + "\"} 1.0\n");
    }
    assertThat(text)
        .contains("rag_errors_total{code=\"-31300\",dialect=\"rag\"} 1.0\n")
        .contains(
            "rag_request_duration_seconds_count{dialect=\"rag\",method=\"query.execute\"} 3\n")
        .contains("wenshu_limits_hit_total{limit=\"rate-per-connection\"} 1.0\n")
        .contains("wenshu_connections_open{dialect=\"rag\"} 1.0\n");
  }
}
