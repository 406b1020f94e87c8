package org.wenshu.protocol.ws;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wenshu.ask.AskEvent;
import org.wenshu.ask.AskListener;
import org.wenshu.operations.metrics.RequestMetrics;

/** Tells once what became of one request, beside rendering it. */
final class MeasuredAnswer implements AskListener {
  private static final String METHOD = "query";

  private final AskListener renderer;
  private final RequestMetrics metrics;
  private final long started = System.nanoTime();
  private final AtomicBoolean told = new AtomicBoolean();

  MeasuredAnswer(AskListener renderer, RequestMetrics metrics) {
    this.renderer = renderer;
    this.metrics = metrics;
  }

  @Override
  public void on(AskEvent event) {
    if (event instanceof AskEvent.Answered && tell()) {
      metrics.answered(WsServices.DIALECT, METHOD, taken());
    } else if (event instanceof AskEvent.Abstained && tell()) {
      metrics.failed(WsServices.DIALECT, METHOD, "abstained", taken());
    } else if (event instanceof AskEvent.Failed failed && tell()) {
      String code = failed.code().name().toLowerCase(Locale.ROOT);
      metrics.failed(WsServices.DIALECT, METHOD, code, taken());
    }
    renderer.on(event);
  }

  /** The client has left. */
  void abandoned() {
    if (tell()) {
      metrics.abandoned(WsServices.DIALECT, METHOD, taken());
    }
  }

  private boolean tell() {
    return told.compareAndSet(false, true);
  }

  private long taken() {
    return System.nanoTime() - started;
  }
}
