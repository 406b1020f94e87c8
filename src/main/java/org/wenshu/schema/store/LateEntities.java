package org.wenshu.schema.store;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Method;

/**
 * An entity manager that is opened when it is used first. For one thread at a time, as every entity
 * manager.
 */
final class LateEntities extends Delegation {
  /** Opens the manager, or throws what that throws. */
  @FunctionalInterface
  interface Opening {
    EntityManager open() throws Throwable;
  }

  private final Opening opening;
  private EntityManager manager;
  private boolean closed;

  LateEntities(Opening opening) {
    this.opening = opening;
  }

  @Override
  Object answer(Method method, Object[] arguments) throws Throwable {
    if (manager == null && method.getName().equals("close")) {
      closed = true;
      return null;
    }
    if (manager == null && method.getName().equals("isOpen")) {
      return !closed;
    }
    if (closed) {
      throw new IllegalStateException("The entity manager is closed");
    }
    if (manager == null) {
      manager = opening.open();
    }
    return call(manager, method, arguments);
  }
}
