package org.wenshu.operations.metrics;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What dialects tell: their requests, connections and limits. A dialect names itself and its
 * methods from its own lists; a method that it does not know is {@code unknown}, whatever the
 * client called it. Thread-safe.
 */
public final class RequestMetrics {
  private final Meters meters;
  private final CounterFamily requests;
  private final CounterFamily errors;
  private final TimerFamily durations;
  private final CounterFamily limits;

  /** Registers what is told of every dialect. */
  public RequestMetrics(Meters meters) {
    this.meters = meters;
    this.requests =
        meters.counters("rag_requests_total", "Requests answered", "dialect", "method", "outcome");
    this.errors =
        meters.counters("rag_errors_total", "Requests answered with an error", "dialect", "code");
    this.durations =
        meters.timers(
            "rag_request_duration_seconds",
            "From the arrival of a request to its answer",
            Buckets.ANSWERS,
            "dialect",
            "method");
    this.limits = meters.counters("wenshu_limits_hit_total", "Refusals by a limit", "limit");
  }

  /** A request was answered as asked. */
  public void answered(String dialect, String method, long nanos) {
    requests.count(dialect, method, "ok");
    durations.record(nanos, dialect, method);
  }

  /** A request was answered with an error, whose code comes from the dialect's own list. */
  public void failed(String dialect, String method, String code, long nanos) {
    requests.count(dialect, method, "error");
    errors.count(dialect, code);
    durations.record(nanos, dialect, method);
  }

  /** A request came to nothing, because the client left. */
  public void abandoned(String dialect, String method, long nanos) {
    requests.count(dialect, method, "abandoned");
    durations.record(nanos, dialect, method);
  }

  /** A limit refused something: its name, such as {@code rate-per-connection}. */
  public void limitHit(String limit) {
    limits.count(limit);
  }

  /** Shows the number of open connections of a dialect, which keeps count in what it gets. */
  public AtomicInteger connections(String dialect) {
    AtomicInteger open = new AtomicInteger();
    meters.gauge(
        "wenshu_connections_open", "Open connections", "dialect", dialect, open::doubleValue);
    return open;
  }
}
