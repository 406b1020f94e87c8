package org.wenshu.config;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.wenshu.audit.AuditConfig;
import org.wenshu.audit.AuditJournal;
import org.wenshu.audit.AuditRetention;
import org.wenshu.audit.AuditStore;
import org.wenshu.audit.JdbcAuditStore;
import org.wenshu.audit.QueuedJournal;
import org.wenshu.protocol.http.StartGate;
import org.wenshu.schema.store.StoreMigration;

/** Puts the audit component together ({@code wenshu.audit.*}), and ends old records. */
@ApplicationScoped
public class AuditBeans {
  private static final long FIRST_SWEEP_MINUTES = 5;
  private static final long SWEEP_MINUTES = 60;

  @Resource(lookup = StoreDatabase.JNDI_NAME)
  private DataSource store;

  @Resource private ManagedThreadFactory threads;

  @Resource private ManagedScheduledExecutorService background;

  private ScheduledFuture<?> sweeps;

  /** How records are kept. */
  @Produces
  @Singleton
  public AuditConfig auditConfig() {
    return AuditKeys.read(ConfigProvider.getConfig());
  }

  /** Where they stay. */
  @Produces
  @Singleton
  public AuditStore auditStore(StoreMigration migration) {
    return new JdbcAuditStore(store, migration::ensure);
  }

  /** Takes them. */
  @Produces
  @Singleton
  public AuditJournal auditJournal(AuditStore records, AuditConfig config, StartGate gate) {
    return new QueuedJournal(records, config, gate.holding(threads));
  }

  /** Stores what waits. */
  public void close(@Disposes AuditJournal journal) {
    ((QueuedJournal) journal).close();
  }

  void start(
      @Observes @Initialized(ApplicationScoped.class) Object started,
      AuditStore records,
      AuditConfig config) {
    AuditRetention retention = new AuditRetention(records, config, Clock.systemUTC());
    sweeps =
        background.scheduleWithFixedDelay(
            retention, FIRST_SWEEP_MINUTES, SWEEP_MINUTES, TimeUnit.MINUTES);
  }

  @PreDestroy
  void stop() {
    if (sweeps != null) {
      sweeps.cancel(false);
    }
  }
}
