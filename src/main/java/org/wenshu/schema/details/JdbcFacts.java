package org.wenshu.schema.details;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Deadline;
import org.wenshu.question.Wording;
import org.wenshu.schema.scan.BoundedReads;

/**
 * Reads details of the database that the data source names with five statements, however many
 * tables there are. Sees what its account may see. For MySQL from 8.0 and MariaDB from 10.6.
 * Thread-safe.
 */
final class JdbcFacts implements FactsSource {
  private static final Wording UNREADABLE =
      new Wording("无法读取数据库结构", "The database schema cannot be read");

  private final DataSource dataSource;

  JdbcFacts(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public CatalogueFacts read(Deadline deadline) {
    try (Connection connection = dataSource.getConnection();
        BoundedReads reads = new BoundedReads(connection, deadline.remaining().plusSeconds(1))) {
      boolean mariaDb = connection.getMetaData().getDatabaseProductVersion().contains("MariaDB");
      return new FactsReader(reads, connection.getCatalog(), deadline, mariaDb).read();
    } catch (SQLException e) {
      throw new WenshuException(ErrorCode.SCHEMA_UNAVAILABLE, UNREADABLE, e);
    }
  }
}
