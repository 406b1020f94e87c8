package org.wenshu.config;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.wenshu.operations.metrics.Buckets;
import org.wenshu.operations.metrics.Meters;
import org.wenshu.operations.metrics.TimerFamily;

/**
 * Takes the pool of the database being asked from the server, and shows how much of it is in use.
 */
@ApplicationScoped
public class TargetPoolBeans {
  @Resource(lookup = TargetDatabase.JNDI_NAME)
  private DataSource pool;

  /** The pool that questions use. */
  @Produces
  @Singleton
  TargetPool targetPool(Meters meters) {
    TimerFamily waits =
        meters.timers(
            "wenshu_db_connection_wait_seconds",
            "Waits for a connection to the database being asked",
            Buckets.STEPS);
    TargetPool counted = new TargetPool(pool, TargetDatabase.MAX_CONNECTIONS, waits::record);
    meters.gauge(
        "rag_db_connections_active",
        "Connections to the database being asked that are in use",
        () -> counted.use().active());
    meters.gauge(
        "rag_db_connections_max",
        "Connections to the database being asked at most",
        () -> counted.use().max());
    meters.gauge(
        "wenshu_db_connections_waiting",
        "Threads that wait for such a connection",
        () -> counted.use().waiting());
    return counted;
  }
}
