package org.wenshu.schema.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A factory that may still be in the making. Whoever calls it waits, two minutes at most; what
 * could not be made says so to everybody. Two things are had at once: an entity manager, which
 * waits when it is used, because servers make one and close it again while they deploy, and the
 * closing, which is then done when there is something to close. Thread-safe.
 */
final class LateFactory extends Delegation {
  private static final long PATIENCE_SECONDS = 120;

  private final CompletableFuture<EntityManagerFactory> making;

  private LateFactory(CompletableFuture<EntityManagerFactory> making) {
    this.making = making;
  }

  static EntityManagerFactory of(CompletableFuture<EntityManagerFactory> making) {
    return new LateFactory(making).as(EntityManagerFactory.class);
  }

  @Override
  Object answer(Method method, Object[] arguments) throws Throwable {
    if (method.getReturnType() == EntityManager.class && !making.isDone()) {
      return new LateEntities(() -> (EntityManager) call(made(), method, arguments))
          .as(EntityManager.class);
    }
    if (method.getName().equals("close") && !isMade()) {
      var unused = making.thenAccept(EntityManagerFactory::close);
      return null;
    }
    return call(made(), method, arguments);
  }

  private boolean isMade() {
    return making.isDone() && !making.isCompletedExceptionally();
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
}
