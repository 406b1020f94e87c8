package org.wenshu.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Records to try with. */
final class AuditRecords {
  private AuditRecords() {}

  static AuditRecord answered(String id, Instant askedAt) {
    return new AuditRecord(
        id,
        askedAt,
        "alice",
        "p1",
        "张三的订单 👍",
        new AuditRecord.Statements(
            Optional.of("SELECT * FROM orders WHERE name = '张三' -- his"),
            Optional.of("SELECT * FROM `orders` WHERE `name` = '张三' LIMIT 10"),
            Optional.of("grammar")),
        AuditOutcome.ANSWERED,
        Optional.empty(),
        OptionalLong.of(12),
        Duration.ofMillis(34));
  }
}
