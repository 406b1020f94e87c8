package org.wenshu.schema;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Wording;

/** Scans what the test says, when the test says. */
final class ScriptedSchemaSource implements SchemaSource {
  final AtomicInteger scans = new AtomicInteger();
  volatile SchemaSnapshot next;
  volatile boolean down;
  volatile CountDownLatch entered = new CountDownLatch(1);
  volatile CountDownLatch mayEnd = new CountDownLatch(0);

  ScriptedSchemaSource(SchemaSnapshot next) {
    this.next = next;
  }

  @Override
  public SchemaSnapshot scan(Optional<SchemaSnapshot> previous) {
    scans.incrementAndGet();
    SchemaSnapshot read = next;
    entered.countDown();
    try {
      mayEnd.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("The test was interrupted", e);
    }
    if (down) {
      throw new WenshuException(ErrorCode.SCHEMA_UNAVAILABLE, new Wording("不可用", "down"));
    }
    return read;
  }
}
