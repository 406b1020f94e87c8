package org.wenshu.protocol.gateway.service;

import java.util.concurrent.atomic.AtomicInteger;
import org.wenshu.operations.metrics.Buckets;
import org.wenshu.operations.metrics.CounterFamily;
import org.wenshu.operations.metrics.Meters;
import org.wenshu.operations.metrics.TimerFamily;

/** Counts and times the calls of services (contract, section 5.10). Thread-safe. */
public final class ServiceWatch {
  private final CounterFamily calls;
  private final TimerFamily durations;
  private final TimerFamily firstPieces;
  private final AtomicInteger running = new AtomicInteger();

  /** Registers the meters. */
  public ServiceWatch(Meters meters) {
    this.calls =
        meters.counters(
            "wenshu_gateway_requests_total",
            "Calls of services by their end",
            "service",
            "outcome");
    this.durations =
        meters.timers(
            "wenshu_gateway_request_duration_seconds",
            "From the start of a call to its end",
            Buckets.ANSWERS,
            "service");
    this.firstPieces =
        meters.timers(
            "wenshu_gateway_first_piece_seconds",
            "From the start of a call to its first piece",
            Buckets.ANSWERS,
            "service");
    meters.gauge(
        "wenshu_gateway_requests_running", "Calls without an answer", running::doubleValue);
  }

  Watched begin(String service, ServiceCall call) {
    running.incrementAndGet();
    return new Watched(service, call);
  }

  /** One call. */
  final class Watched {
    private final String service;
    private final ServiceCall call;

    Watched(String service, ServiceCall call) {
      this.service = service;
      this.call = call;
    }

    void ended() {
      running.decrementAndGet();
      call.firstPieceNanos().ifPresent(nanos -> firstPieces.record(nanos, service));
      calls.count(service, call.outcome());
      durations.record(call.elapsedNanos(), service);
    }
  }
}
