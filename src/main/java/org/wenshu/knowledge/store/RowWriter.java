package org.wenshu.knowledge.store;

import com.mysql.cj.jdbc.JdbcStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes rows that may be there already, by {@code LOAD DATA LOCAL INFILE} from memory, or by
 * inserts once a server has said that it forbids that. Thread-safe.
 */
final class RowWriter {
  private static final Logger LOG = Logger.getLogger(RowWriter.class.getName());

  /** What MySQL 8, MySQL 5.7 and MariaDB say when local data may not be loaded. */
  private static final Set<Integer> FORBIDDEN = Set.of(3948, 3950, 1148, 4166, 2068);

  private final AtomicBoolean infile;

  /** A writer that tries to load local data first, or never. */
  RowWriter(boolean infile) {
    this.infile = new AtomicBoolean(infile);
  }

  /** Writes within the transaction of the connection. */
  <T> void write(Connection connection, Target<T> target, List<T> items) throws SQLException {
    if (infile.get() && !target.claims()) {
      try {
        load(connection, target, items);
        return;
      } catch (SQLException e) {
        if (!FORBIDDEN.contains(e.getErrorCode())) {
          throw e;
        }
        LOG.log(Level.INFO, "The server forbids loading local data; rows are inserted instead");
        infile.set(false);
      }
    }
    insert(connection, target, items);
  }

  /**
   * Where rows go.
   *
   * @param load which loading of a core brings them; 0 for none
   * @param claims whether rows that a loading has brought before are from now on nobody's, so that
   *     unloading leaves them
   */
  record Target<T>(TableFormat<T> format, int shelf, int load, boolean claims) {
    private String constants() {
      return load == 0 ? "" : ", load_id = " + load;
    }
  }

  private static <T> void load(Connection connection, Target<T> target, List<T> items)
      throws SQLException {
    String sql =
        "LOAD DATA LOCAL INFILE 'rows' IGNORE INTO TABLE "
            + target.format().table()
            + " CHARACTER SET binary FIELDS TERMINATED BY 0x09 ESCAPED BY 0x5c"
            + " LINES TERMINATED BY 0x0a ("
            + String.join(", ", target.format().columns())
            + ") SET collection_id = "
            + target.shelf()
            + target.constants();
    try (Statement statement = connection.createStatement()) {
      statement
          .unwrap(JdbcStatement.class)
          .setLocalInfileInputStream(new InfileStream<>(target.format(), items));
      statement.execute(sql);
    }
  }

  private static <T> void insert(Connection connection, Target<T> target, List<T> items)
      throws SQLException {
    List<String> columns = target.format().columns();
    boolean loaded = target.load() != 0;
    String sql =
        "INSERT INTO "
            + target.format().table()
            + (loaded ? " (collection_id, load_id, " : " (collection_id, ")
            + String.join(", ", columns)
            + ") VALUES ("
            + target.shelf()
            + (loaded ? ", " + target.load() : "")
            + ", "
            + String.join(", ", Collections.nCopies(columns.size(), "?"))
            + ") ON DUPLICATE KEY UPDATE "
            + (target.claims() ? "load_id = 0" : "collection_id = collection_id");
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      ParameterRows rows = new ParameterRows(insert);
      Hashes hashes = new Hashes();
      for (T item : items) {
        target.format().write(item, hashes, rows);
        rows.end();
      }
      rows.finish();
    }
  }
}
