package org.wenshu.config;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.wenshu.execution.ExecutionConfig;
import org.wenshu.execution.JdbcPlanReader;
import org.wenshu.execution.JdbcQueryExecutor;
import org.wenshu.execution.JdbcStoredValues;
import org.wenshu.execution.PlanReader;
import org.wenshu.execution.QueryExecutor;
import org.wenshu.execution.StatementKiller;
import org.wenshu.execution.TargetPrivileges;
import org.wenshu.operations.metrics.MeteredExecutor;
import org.wenshu.operations.metrics.Meters;
import org.wenshu.protocol.http.StartGate;
import org.wenshu.values.StoredValues;

/** Puts the execution component together ({@code wenshu.execution.*}). */
@ApplicationScoped
public class ExecutionBeans {
  private static final Logger LOG = Logger.getLogger(ExecutionBeans.class.getName());
  private static final int CHECK_AGAIN_SECONDS = 60;

  @Resource(lookup = TargetDatabase.JNDI_NAME)
  private DataSource target;

  @Resource private ManagedScheduledExecutorService background;

  private ScheduledFuture<?> check;
  private boolean stopped;

  /** Limits of one statement. */
  @Produces
  @Singleton
  public ExecutionConfig executionConfig() {
    return ExecutionKeys.read(ConfigProvider.getConfig());
  }

  /** Kills over connections of its own, outside the pool. */
  @Produces
  @Singleton
  public StatementKiller statementKiller() {
    return new StatementKiller(new TargetDataSource());
  }

  /** Ends the killer's threads. */
  public void close(@Disposes StatementKiller killer) {
    killer.close();
  }

  /** Runs statements on the target's pool. */
  @Produces
  @Singleton
  QueryExecutor queryExecutor(
      TargetPool pool, StatementKiller killer, ExecutionConfig config, Meters meters) {
    return new MeteredExecutor(new JdbcQueryExecutor(pool, killer, config), meters);
  }

  /** Reads plans on the target's pool. */
  @Produces
  @Singleton
  PlanReader planReader(TargetPool pool, StatementKiller killer, ExecutionConfig config) {
    return new JdbcPlanReader(pool, killer, config);
  }

  /** Reads dictionaries over the target's pool. */
  @Produces
  @Singleton
  StoredValues storedValues(TargetPool pool) {
    return new JdbcStoredValues(pool);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object started, StartGate gate) {
    gate.whenOpen(() -> background.execute(this::checkPrivileges));
  }

  private synchronized void checkPrivileges() {
    if (stopped) {
      return;
    }
    try {
      List<String> beyond = TargetPrivileges.beyondReading(target);
      if (!beyond.isEmpty()) {
        LOG.log(
            Level.WARNING,
            "THE ACCOUNT OF wenshu.target.user CAN DO MORE THAN READ: {0}. Wenshu opens read-only"
                + " sessions, but an account with nothing but SELECT is the safer choice.",
            beyond);
      }
    } catch (SQLException unreachable) {
      LOG.log(Level.FINE, "The privileges of the target account are not known yet", unreachable);
      check = background.schedule(this::checkPrivileges, CHECK_AGAIN_SECONDS, TimeUnit.SECONDS);
    }
  }

  @PreDestroy
  synchronized void stop() {
    stopped = true;
    if (check != null) {
      check.cancel(false);
    }
  }
}
