package org.wenshu.operations.health;

/**
 * Looks after one component. Thread-safe; may take its time, since it runs on a thread of its own
 * and nobody waits for it longer than configured.
 */
public interface HealthCheck {
  /** What kind of component: database, llm, system or cache. */
  String kind();

  /** Names the component, in the path of its own report too. */
  String name();

  /** Whether questions cannot be answered while it does not work. */
  boolean essential();

  /** Looks. What it throws counts as a failure. */
  Finding look();
}
