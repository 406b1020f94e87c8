package org.wenshu.operations.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How well the server and its components are.
 *
 * @param facade who the HTTP facade asks as
 * @param uptime since the application started
 */
public record HealthReport(
    List<ComponentHealth> components, FacadeState facade, Instant timestamp, Duration uptime) {
  /** Copies the list. */
  public HealthReport {
    components = List.copyOf(components);
  }

  /** The worst of the components; one that the whole can do without makes it degraded at worst. */
  public HealthStatus status() {
    return components.stream()
        .map(component -> component.status().forTheWhole(component.essential()))
        .reduce(HealthStatus.HEALTHY, HealthStatus::worse);
  }

  /** Whether the database being asked can be reached. */
  public boolean connected() {
    return component(DatabaseCheck.NAME).filter(c -> c.status().works()).isPresent();
  }

  /** One component by its name. */
  public Optional<ComponentHealth> component(String name) {
    return components.stream().filter(component -> component.name().equals(name)).findFirst();
  }

  /** How many components are that well. */
  public long count(HealthStatus status) {
    return components.stream().filter(component -> component.status() == status).count();
  }

  /** The essential component that does not work, first in their order. */
  public Optional<ComponentHealth> failed() {
    return components.stream()
        .filter(component -> component.essential() && !component.status().works())
        .findFirst();
  }
}
