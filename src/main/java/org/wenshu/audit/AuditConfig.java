package org.wenshu.audit;

import java.time.Duration;

/**
 * How records are kept.
 *
 * @param required whether questions are turned away while no record can be stored ({@code
 *     wenshu.audit.required})
 * @param maskQuestion whether the text of questions is left out ({@code wenshu.audit.mask} holds
 *     {@code question})
 * @param maskLiterals whether literals and comments of statements are left out ({@code
 *     wenshu.audit.mask} holds {@code literals})
 * @param log whether every record is logged, not only those that cannot be stored ({@code
 *     wenshu.audit.log})
 * @param maxQueued records waiting to be stored; further ones are only logged ({@code
 *     wenshu.audit.max-queued})
 * @param batch records stored, or deleted, by one statement at most ({@code wenshu.audit.batch})
 * @param retention after which a record is deleted from the table ({@code wenshu.audit.retention})
 * @param shutdownWait how long storing may go on when the server stops ({@code
 *     wenshu.audit.shutdown-wait})
 */
public record AuditConfig(
    boolean required,
    boolean maskQuestion,
    boolean maskLiterals,
    boolean log,
    int maxQueued,
    int batch,
    Duration retention,
    Duration shutdownWait) {
  /** Rejects a queue or batches that could hold nothing. */
  public AuditConfig {
    if (maxQueued < 1 || batch < 1 || retention.isNegative() || retention.isZero()) {
      throw new IllegalArgumentException(
          "Audit needs a queue, batches and a retention greater than nothing");
    }
  }

  /** Not required, nothing masked, logged, 10,000 waiting, 200 at once, 180 days, 5 s. */
  public static AuditConfig defaults() {
    return new AuditConfig(
        false, false, false, true, 10_000, 200, Duration.ofDays(180), Duration.ofSeconds(5));
  }
}
