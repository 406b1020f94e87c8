package org.wenshu.operations.health;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Asks a database for an answer, over its pool. While every connection of the pool is in use
 * nothing is asked, because that would wait for one and say nothing of the database. Thread-safe.
 */
public final class DatabaseCheck implements HealthCheck {
  /** The name of the database being asked. */
  public static final String NAME = "database";

  /** The name of Wenshu's own tables. */
  public static final String STORE = "store";

  private final String name;
  private final boolean essential;
  private final BooleanSupplier answers;
  private final Supplier<Optional<PoolUse>> pool;

  /**
   * A check of the database.
   *
   * @param answers whether it answers; bounded in time
   * @param pool how much of its pool is in use, where that is known
   */
  public DatabaseCheck(
      String name, boolean essential, BooleanSupplier answers, Supplier<Optional<PoolUse>> pool) {
    this.name = name;
    this.essential = essential;
    this.answers = answers;
    this.pool = pool;
  }

  @Override
  public String kind() {
    return "database";
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean essential() {
    return essential;
  }

  @Override
  public Finding look() {
    Optional<PoolUse> use = pool.get();
    Finding finding = use.filter(PoolUse::isExhausted).isPresent() ? busy() : ask(use);
    return use.map(known -> known.describe(finding)).orElse(finding);
  }

  private Finding ask(Optional<PoolUse> use) {
    if (!answers.getAsBoolean()) {
      return Finding.failure("unreachable", "数据库无法连接", "The database cannot be reached");
    }
    return use.filter(PoolUse::isHigh).isPresent()
        ? busy()
        : Finding.of(HealthStatus.HEALTHY, "数据库连接正常", "The database answers");
  }

  private static Finding busy() {
    return Finding.of(
        HealthStatus.DEGRADED, "数据库连接池使用率过高", "The connection pool is nearly used up");
  }
}
