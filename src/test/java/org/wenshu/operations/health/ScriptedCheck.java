package org.wenshu.operations.health;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A check that finds what a test says, and counts how often it looks. */
final class ScriptedCheck implements HealthCheck {
  private final String name;
  private final boolean essential;
  private final AtomicInteger looks = new AtomicInteger();
  private volatile Supplier<Finding> next;

  ScriptedCheck(String name, boolean essential) {
    this.name = name;
    this.essential = essential;
    finds(HealthStatus.HEALTHY);
  }

  void finds(HealthStatus status) {
    does(() -> Finding.of(status, "消息", "message"));
  }

  void does(Supplier<Finding> look) {
    next = look;
  }

  int looks() {
    return looks.get();
  }

  @Override
  public String kind() {
    return "system";
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
    looks.incrementAndGet();
    return next.get();
  }
}
