package org.wenshu.schema.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Method;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A factory that may still be in the making. Whoever calls it waits, two minutes at most. Only an
 * entity manager is had at once, and waits when it is used: servers make one and close it again
 * while they deploy. Thread-safe.
 */
final class LateFactory extends Delegation {
  private static final Logger LOG = Logger.getLogger(LateFactory.class.getName());
  private static final long PATIENCE_SECONDS = 120;

  private final Future<EntityManagerFactory> making;

  private LateFactory(Future<EntityManagerFactory> making) {
    this.making = making;
  }

  static EntityManagerFactory of(Future<EntityManagerFactory> making) {
    return new LateFactory(making).as(EntityManagerFactory.class);
  }

  @Override
  Object answer(Method method, Object[] arguments) throws Exception {
    if (method.getReturnType() == EntityManager.class && !making.isDone()) {
      return new LateEntities(() -> (EntityManager) call(made(), method, arguments))
          .as(EntityManager.class);
    }
    if (method.getName().equals("close") && hasFailed()) {
      return null;
    }
    return call(made(), method, arguments);
  }

  private EntityManagerFactory made() {
    try {
      return making.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new PersistenceException("Hibernate could not be made ready", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PersistenceException("Interrupted while Hibernate was being made ready", e);
    }
  }

  private boolean hasFailed() {
    try {
      made();
      return false;
    } catch (PersistenceException e) {
      LOG.log(Level.FINE, "There is nothing to close", e);
      return true;
    }
  }
}
