package org.wenshu.schema.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings Wenshu's own tables up to date before anybody uses them. Nodes that start together wait
 * for each other on a lock of the database. Refuses a database that has other tables and no history
 * of ours, so that the database being asked can never be migrated by a slip of configuration.
 * Thread-safe; must run outside container transactions.
 */
public final class StoreMigration {
  private final DataSource dataSource;
  private boolean done;

  /** A migration of the database behind that data source. */
  public StoreMigration(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Migrates once; later calls return at once.
   *
   * @throws org.flywaydb.core.api.FlywayException when the database is down or has been changed by
   *     others; the next call tries again
   */
  public synchronized void ensure() {
    if (done) {
      return;
    }
    Flyway.configure(StoreMigration.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .load()
        .migrate();
    done = true;
  }
}
