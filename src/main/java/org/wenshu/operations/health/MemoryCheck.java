package org.wenshu.operations.health;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks at what the last collection of garbage could not free, in the largest part of the heap:
 * what is in use in between says nothing. Thread-safe.
 */
public final class MemoryCheck implements HealthCheck {
  private static final double HIGH = 0.9;

  private final Supplier<Optional<MemoryUsage>> afterCollection;

  /** A check of this process. */
  public MemoryCheck() {
    this(MemoryCheck::largestPool);
  }

  MemoryCheck(Supplier<Optional<MemoryUsage>> afterCollection) {
    this.afterCollection = afterCollection;
  }

  @Override
  public String kind() {
    return "system";
  }

  @Override
  public String name() {
    return "system";
  }

  @Override
  public boolean essential() {
    return false;
  }

  @Override
  public Finding look() {
    Optional<MemoryUsage> usage = afterCollection.get();
    Finding finding =
        usage.filter(MemoryCheck::isHigh).isPresent()
            ? Finding.of(HealthStatus.DEGRADED, "内存即将用尽", "Memory is nearly used up")
            : Finding.of(HealthStatus.HEALTHY, "系统资源正常", "There is enough memory");
    Finding described = finding.with("processors", Runtime.getRuntime().availableProcessors());
    return usage
        .map(
            known ->
                described
                    .with("heap_used_after_collection_bytes", known.getUsed())
                    .with("heap_max_bytes", known.getMax()))
        .orElse(described);
  }

  private static boolean isHigh(MemoryUsage usage) {
    return usage.getMax() > 0 && usage.getUsed() > usage.getMax() * HIGH;
  }

  private static Optional<MemoryUsage> largestPool() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
        .map(MemoryPoolMXBean::getCollectionUsage)
        .max(Comparator.comparingLong(MemoryUsage::getMax));
  }
}
