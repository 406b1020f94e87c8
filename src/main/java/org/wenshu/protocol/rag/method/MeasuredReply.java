package org.wenshu.protocol.rag.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.wenshu.operations.metrics.RequestMetrics;
import org.wenshu.protocol.rag.wire.RagError;
import org.wenshu.question.Language;

/** Counts and times the answer on its way. */
final class MeasuredReply implements RagReply {
  private static final String DIALECT = "rag";

  private final RagReply reply;
  private final String method;
  private final RequestMetrics metrics;
  private final long startNanos = System.nanoTime();

  MeasuredReply(RagReply reply, RagMethod method, RequestMetrics metrics) {
    this.reply = reply;
    this.method = method.name();
    this.metrics = metrics;
  }

  @Override
  public void success(ObjectNode result) {
    metrics.answered(DIALECT, method, System.nanoTime() - startNanos);
    reply.success(result);
  }

  @Override
  public void failure(RagError error, Language language, boolean administrator) {
    String code = error.code().name().toLowerCase(Locale.ROOT);
    metrics.failed(DIALECT, method, code, System.nanoTime() - startNanos);
    reply.failure(error, language, administrator);
  }

  @Override
  public void abandoned() {
    metrics.abandoned(DIALECT, method, System.nanoTime() - startNanos);
    reply.abandoned();
  }
}
