package org.wenshu.config;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.wenshu.feed.FeedHub;
import org.wenshu.feed.source.Ingest;
import org.wenshu.feed.source.JdbcPositionStore;
import org.wenshu.feed.source.JdbcTickTable;
import org.wenshu.feed.source.Simulator;
import org.wenshu.feed.source.SimulatorConfig;
import org.wenshu.feed.source.SourceState;
import org.wenshu.feed.source.TableConfig;
import org.wenshu.feed.source.TableSource;
import org.wenshu.protocol.ws.feed.FeedServices;
import org.wenshu.schema.store.StoreMigration;

/** Starts what the feed is fed by, and stops it ({@code wenshu.feed.simulator.*, table.*}). */
@ApplicationScoped
public class FeedSources {
  private static final Logger LOG = Logger.getLogger(FeedSources.class.getName());

  @Resource private ManagedThreadFactory threads;

  @Resource(lookup = StoreDatabase.JNDI_NAME)
  private DataSource store;

  @Resource(lookup = TargetDatabase.JNDI_NAME)
  private DataSource target;

  @Resource(lookup = IngestDatabase.JNDI_NAME)
  private DataSource brought;

  private Simulator simulator;
  private TableSource table;

  void start(
      @Observes @Initialized(ApplicationScoped.class) Object started,
      FeedHub hub,
      SourceState state,
      FeedServices services,
      Ingest ingest,
      StoreMigration migration) {
    Config all = ConfigProvider.getConfig();
    TableConfig rows = FeedKeys.table(new Settings(all, "wenshu.feed.table."));
    if (rows.mode() != TableConfig.Mode.OFF) {
      table =
          new TableSource(
              hub,
              rows,
              target,
              FeedKeys.log(all).filter(log -> rows.mode() == TableConfig.Mode.LOG),
              new JdbcPositionStore(store, migration::ensure),
              state,
              () -> services.sessions().gap("table"),
              threads);
      state.replayFrom(table::after);
    }
    if (new Settings(all, "wenshu.feed.ingest.").truth("store", false)) {
      if (table == null) {
        throw new IllegalArgumentException("wenshu.feed.ingest.store needs wenshu.feed.table.mode");
      }
      ingest.keepIn(new JdbcTickTable(brought, table, hub.config().zone()));
    }
    SimulatorConfig config = FeedKeys.simulator(new Settings(all, "wenshu.feed.simulator."));
    if (config.enabled() && table != null && !config.forced()) {
      LOG.warning("The simulator stays off beside a table; wenshu.feed.simulator.forced allows it");
    } else if (config.enabled()) {
      simulator = new Simulator(hub, config, state, Clock.systemUTC(), threads);
    }
  }

  @PreDestroy
  void stop() {
    if (table != null) {
      table.close();
    }
    if (simulator != null) {
      simulator.close();
    }
  }
}
