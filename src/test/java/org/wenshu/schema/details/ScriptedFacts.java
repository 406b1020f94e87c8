package org.wenshu.schema.details;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Deadline;
import org.wenshu.question.Wording;

/** Counts how often it is read, and fails or waits when told to. */
final class ScriptedFacts implements FactsSource {
  final AtomicInteger reads = new AtomicInteger();
  volatile boolean broken;
  volatile CountDownLatch gate = new CountDownLatch(0);

  @Override
  public CatalogueFacts read(Deadline deadline) {
    reads.incrementAndGet();
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (broken) {
      throw new WenshuException(ErrorCode.SCHEMA_UNAVAILABLE, new Wording("坏", "broken"));
    }
    return new CatalogueFacts(Map.of());
  }
}
