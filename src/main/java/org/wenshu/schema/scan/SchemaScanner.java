package org.wenshu.schema.scan;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Deadline;
import org.wenshu.question.Wording;
import org.wenshu.schema.ContentHash;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.SchemaSource;
import org.wenshu.schema.Table;

/**
 * Reads the catalogue of the database that the data source names, with three statements on {@code
 * INFORMATION_SCHEMA} and a bounded number of batched ones for sample values. Sees what its account
 * may see. For MySQL from 8.0 and MariaDB from 10.6. Thread-safe.
 */
public final class SchemaScanner implements SchemaSource {
  private static final Wording UNREADABLE =
      new Wording("无法读取数据库结构", "The database schema cannot be read");

  private final DataSource dataSource;
  private final SchemaConfig config;

  /** A scanner of the database behind that data source. */
  public SchemaScanner(DataSource dataSource, SchemaConfig config) {
    this.dataSource = dataSource;
    this.config = config;
  }

  @Override
  public SchemaSnapshot scan(Optional<SchemaSnapshot> previous) {
    Deadline deadline = Deadline.after(config.scanTimeout());
    try (Connection connection = dataSource.getConnection();
        BoundedReads reads = new BoundedReads(connection, config.scanTimeout())) {
      String database = connection.getCatalog();
      if (database == null || database.isEmpty()) {
        throw new SQLException("The URL of the target names no database");
      }
      return read(database, reads, deadline, previous);
    } catch (SQLException e) {
      throw new WenshuException(ErrorCode.SCHEMA_UNAVAILABLE, UNREADABLE, e);
    }
  }

  private SchemaSnapshot read(
      String database, BoundedReads reads, Deadline deadline, Optional<SchemaSnapshot> previous)
      throws SQLException {
    InformationSchema catalogue =
        new InformationSchema(reads, database, deadline, config.statementTimeout());
    List<ScannedTable> tables = catalogue.tables();
    new ValueSampler(reads, config.sampling(), deadline).sample(tables, previous);
    List<Table> finished = tables.stream().map(ScannedTable::finish).toList();
    return SchemaSnapshot.of(database, ContentHash.of(finished), Instant.now(), finished);
  }
}
