package org.wenshu.config;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Defines the pool that moves many rows into and out of Wenshu's own tables, apart from the one of
 * quick statements, so that neither waits for the other.
 */
@ApplicationScoped
@DataSourceDefinition(
    name = BulkDatabase.JNDI_NAME,
    className = "org.wenshu.config.BulkDataSource",
    minPoolSize = 0,
    initialPoolSize = 0,
    maxPoolSize = 24,
    maxIdleTime = 60,
    transactional = true,
    properties = "description=Many rows of our own")
public class BulkDatabase {
  /** Where the pool is found. */
  public static final String JNDI_NAME = "java:app/jdbc/wenshu-bulk";
}
