package org.wenshu.config;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Defines the pool of the database being asked. At most 36 connections: 32 questions at once, the
 * rest for scans. Outside container transactions, because nothing is written there.
 */
@ApplicationScoped
@DataSourceDefinition(
    name = TargetDatabase.JNDI_NAME,
    className = "org.wenshu.config.TargetDataSource",
    minPoolSize = 0,
    initialPoolSize = 0,
    maxPoolSize = TargetDatabase.MAX_CONNECTIONS,
    maxIdleTime = 300,
    transactional = false,
    properties = "description=The database being asked")
public class TargetDatabase {
  /** Where the pool is found. */
  public static final String JNDI_NAME = "java:app/jdbc/wenshu-target";

  /** Connections at most. */
  static final int MAX_CONNECTIONS = 36;
}
