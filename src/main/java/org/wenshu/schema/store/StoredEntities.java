package org.wenshu.schema.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PersistenceUnit;

/** The mapping of our own rows, which {@link UnhurriedHibernate} makes ready. Thread-safe. */
@ApplicationScoped
public class StoredEntities {
  @PersistenceUnit(unitName = "wenshu")
  private EntityManagerFactory factory;

  /**
   * Returns when it is ready.
   *
   * @throws PersistenceException when it never will be
   */
  public void awaitMapping() {
    if (!factory.isOpen()) {
      throw new PersistenceException("The mapping of our own rows is closed already");
    }
  }
}
