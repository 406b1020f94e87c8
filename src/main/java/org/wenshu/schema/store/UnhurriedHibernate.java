package org.wenshu.schema.store;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.hibernate.jpa.HibernatePersistenceProvider;

/**
 * Hibernate, made ready on a thread of its own: that takes seconds, in which a server that deploys
 * the application has other things to do. Whoever uses it first waits for it. Made by the server.
 */
public class UnhurriedHibernate extends HibernatePersistenceProvider {
  private static final String BEANS = "jakarta.persistence.bean.manager";
  private static final String JSON = "hibernate.type.json_format_mapper";
  private static final String XML = "hibernate.type.xml_format_mapper";

  /** For the server. */
  public UnhurriedHibernate() {}

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public EntityManagerFactory createContainerEntityManagerFactory(
      PersistenceUnitInfo unit, Map settings) {
    Map<Object, Object> own = adapted(settings);
    CompletableFuture<EntityManagerFactory> making = new CompletableFuture<>();
    // A managed thread would not begin before the application is loaded.
    Thread thread = new Thread(() -> make(unit, own, making), "wenshu-hibernate");
    thread.setDaemon(true);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.start();
    return LateFactory.of(making);
  }

  /** Whatever goes wrong, those who wait are to hear of it. */
  private void make(
      PersistenceUnitInfo unit,
      Map<Object, Object> settings,
      CompletableFuture<EntityManagerFactory> making) {
    try {
      making.complete(super.createContainerEntityManagerFactory(unit, settings));
    } catch (Throwable e) {
      making.completeExceptionally(e);
    }
  }

  private static Map<Object, Object> adapted(Map<?, ?> settings) {
    Map<Object, Object> own = new HashMap<>();
    if (settings != null) {
      own.putAll(settings);
    }
    // Nothing is injected into entities, and the beans may not be there yet.
    own.remove(BEANS);
    // Else Hibernate makes a mapper of every module that it finds, those of the server included,
    // which are made for another Jackson.
    own.put(JSON, new NoFormat());
    own.put(XML, new NoFormat());
    return own;
  }
}
