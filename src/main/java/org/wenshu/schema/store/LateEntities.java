package org.wenshu.schema.store;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;

/**
 * An entity manager that is opened when it is used first. For one thread at a time, as every entity
 * manager.
 */
final class LateEntities extends Delegation {
  private final Callable<EntityManager> opening;
  private EntityManager manager;
  private boolean closed;

  LateEntities(Callable<EntityManager> opening) {
    this.opening = opening;
  }

  @Override
  Object answer(Method method, Object[] arguments) throws Exception {
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
      manager = opening.call();
    }
    return call(manager, method, arguments);
  }
}
