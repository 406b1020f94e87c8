package org.wenshu.config;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.wenshu.protocol.http.StartGate;
import org.wenshu.schema.CatalogueSchedule;
import org.wenshu.schema.SchemaCatalogue;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.SchemaSearch;
import org.wenshu.schema.SnapshotStore;
import org.wenshu.schema.details.SchemaDescriber;
import org.wenshu.schema.scan.SchemaScanner;
import org.wenshu.schema.search.LuceneSchemaLinker;
import org.wenshu.schema.search.LuceneSchemaSearch;
import org.wenshu.schema.search.SimilarTables;
import org.wenshu.schema.store.MigratedSnapshotStore;
import org.wenshu.schema.store.StoreMigration;
import org.wenshu.values.ValueLinker;

/** Puts the schema component together, and keeps its catalogue fresh while the WAR is deployed. */
@ApplicationScoped
public class SchemaBeans {
  /**
   * A question that meets a server still reading its schema is answered late rather than refused.
   */
  private static final Duration STARTING_TIME = Duration.ofSeconds(20);

  @Resource(lookup = TargetDatabase.JNDI_NAME)
  private DataSource target;

  @Resource(lookup = StoreDatabase.JNDI_NAME)
  private DataSource store;

  @Resource private ManagedScheduledExecutorService executor;

  @EJB private SnapshotStore snapshots;

  private CatalogueSchedule schedule;

  @Produces
  @Singleton
  SchemaConfig config() {
    return SchemaKeys.read(ConfigProvider.getConfig());
  }

  @Produces
  @Singleton
  StoreMigration migration() {
    return new StoreMigration(store);
  }

  @Produces
  @Singleton
  LuceneSchemaLinker linker(SchemaConfig config) {
    return new LuceneSchemaLinker(config.linking(), STARTING_TIME);
  }

  @Produces
  @Singleton
  SchemaCatalogue catalogue(
      SchemaConfig config,
      StoreMigration migration,
      LuceneSchemaLinker linker,
      ValueLinker values) {
    return new SchemaCatalogue(
        new SchemaScanner(target, config),
        new MigratedSnapshotStore(migration, snapshots),
        SchemaKeys.target(ConfigProvider.getConfig()),
        config,
        snapshot -> {
          linker.use(snapshot);
          values.prepare(snapshot);
        });
  }

  /** Describes the schema ({@code wenshu.schema.details-*}). */
  @Produces
  @Singleton
  SchemaDescriber describer(SchemaConfig config, SchemaCatalogue catalogue) {
    return new SchemaDescriber(
        target, SchemaKeys.details(ConfigProvider.getConfig(), config), catalogue::snapshot);
  }

  @Produces
  @Singleton
  SchemaSearch search(LuceneSchemaLinker linker) {
    return new LuceneSchemaSearch(linker);
  }

  @Produces
  @Singleton
  SimilarTables similarTables() {
    return new SimilarTables();
  }

  void start(
      @Observes @Initialized(ApplicationScoped.class) Object started,
      SchemaCatalogue catalogue,
      SchemaConfig config,
      StartGate gate) {
    schedule = new CatalogueSchedule(catalogue, executor, config);
    gate.whenOpen(schedule::start);
  }

  @PreDestroy
  void stop() {
    if (schedule != null) {
      schedule.stop();
    }
  }
}
