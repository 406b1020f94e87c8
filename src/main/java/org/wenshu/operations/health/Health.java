package org.wenshu.operations.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Looks after the components when somebody asks. Thread-safe; a request waits for the configured
 * time at most, whatever hangs.
 */
public final class Health {
  private final List<WatchedComponent> components;
  private final Supplier<FacadeState> facade;
  private final HealthConfig config;
  private final long startedNanos = System.nanoTime();

  /** Looks on threads of that executor; the order of the checks is that of the report. */
  public Health(
      List<HealthCheck> checks,
      Supplier<FacadeState> facade,
      HealthConfig config,
      Executor threads) {
    this(checks, facade, config, threads, System::nanoTime);
  }

  Health(
      List<HealthCheck> checks,
      Supplier<FacadeState> facade,
      HealthConfig config,
      Executor threads,
      LongSupplier nanoClock) {
    this.components =
        checks.stream()
            .map(check -> new WatchedComponent(check, config, threads, nanoClock))
            .toList();
    this.facade = facade;
    this.config = config;
  }

  /** How well everything is. */
  public HealthReport report() {
    return new HealthReport(look(components), facade.get(), Instant.now(), uptime());
  }

  /** How well one component is; empty for a name that is none. */
  public Optional<ComponentHealth> component(String name) {
    return look(components.stream().filter(c -> c.name().equals(name)).toList()).stream()
        .findFirst();
  }

  /** Since the application started. Asks nobody. */
  public Duration uptime() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  /** All looks begin before the first is waited for. */
  private List<ComponentHealth> look(List<WatchedComponent> chosen) {
    long deadline = System.nanoTime() + config.timeout().toNanos();
    List<CompletableFuture<ComponentHealth>> looks =
        chosen.stream().map(WatchedComponent::begin).toList();
    return IntStream.range(0, chosen.size())
        .mapToObj(i -> chosen.get(i).await(looks.get(i), deadline))
        .toList();
  }
}
