package org.wenshu.launcher.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Creates and fills the demo schema: about 50,000 rows. Everything but the dates is the same at
 * every loading; dates are counted back from the moment of loading.
 */
public final class DemoData {
  /** The schema the demo lives in. */
  public static final String SCHEMA = "shop";

  private static final long SEED = 20240305L;
  private static final Pattern LINE_COMMENT = Pattern.compile("(?m)^--.*$");

  private final DemoClock clock;

  /** Demo data as of the given moment of the database's clock. */
  public DemoData(LocalDateTime now) {
    this.clock = new DemoClock(now);
  }

  /**
   * Creates the tables and fills them in one transaction.
   *
   * @param connection on the empty demo schema, best with {@code rewriteBatchedStatements=true}
   * @return number of rows written
   */
  public int load(Connection connection) throws SQLException {
    createTables(connection);
    connection.setAutoCommit(false);
    int rows = fill(connection);
    connection.commit();
    connection.setAutoCommit(true);
    return rows;
  }

  // Each part draws from its own sequence, so that a change in one leaves the others as they are.
  private int fill(Connection connection) throws SQLException {
    List<DemoProduct> products = DemoProduct.draw(new Random(SEED));
    List<DemoUser> users = DemoUser.draw(clock, new Random(SEED + 1));
    return new DemoCatalogue(products, clock, new Random(SEED + 2)).load(connection)
        + new DemoUsers(users, clock, new Random(SEED + 3)).load(connection)
        + new DemoOrders(users, products, clock, new Random(SEED + 4)).load(connection)
        + new DemoCompany(clock, new Random(SEED + 5)).load(connection)
        + new DemoTicks(clock, new Random(SEED + 6)).load(connection);
  }

  private static void createTables(Connection connection) throws SQLException {
    String script = LINE_COMMENT.matcher(DemoLines.text("/demo/schema.sql")).replaceAll("");
    try (Statement statement = connection.createStatement()) {
      for (String sql : script.split(";\\R", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }
}
