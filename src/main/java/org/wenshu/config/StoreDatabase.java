package org.wenshu.config;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Defines the pool of Wenshu's own tables, which takes part in container transactions. Opens no
 * connection before the first is needed, so that the WAR deploys while the database is down.
 */
@ApplicationScoped
@DataSourceDefinition(
    name = StoreDatabase.JNDI_NAME,
    className = "org.wenshu.config.StoreDataSource",
    minPoolSize = 0,
    initialPoolSize = 0,
    maxPoolSize = 16,
    maxIdleTime = 300,
    transactional = true,
    properties = "description=Tables of our own")
public class StoreDatabase {
  /** Where the pool is found; {@code persistence.xml} says the same. */
  public static final String JNDI_NAME = "java:app/jdbc/wenshu";
}
