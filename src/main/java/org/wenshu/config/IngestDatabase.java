package org.wenshu.config;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/** Defines the pool that ticks are written through, one request after the other. */
@ApplicationScoped
@DataSourceDefinition(
    name = IngestDatabase.JNDI_NAME,
    className = "org.wenshu.config.IngestDataSource",
    minPoolSize = 0,
    initialPoolSize = 0,
    maxPoolSize = 4,
    maxIdleTime = 60,
    transactional = false,
    properties = "description=Ticks brought by ingest")
public class IngestDatabase {
  /** Where the pool is found. */
  public static final String JNDI_NAME = "java:app/jdbc/wenshu-ingest";
}
