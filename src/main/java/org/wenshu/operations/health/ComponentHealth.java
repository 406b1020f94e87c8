package org.wenshu.operations.health;

import java.time.Duration;
import java.time.Instant;

/**
 * How well one component was when it was last looked after.
 *
 * @param essential whether the whole depends on it
 * @param checkedAt when the look began
 * @param duration how long it took
 */
public record ComponentHealth(
    String kind,
    String name,
    boolean essential,
    Finding finding,
    Instant checkedAt,
    Duration duration) {
  /** How well it was. */
  public HealthStatus status() {
    return finding.status();
  }
}
