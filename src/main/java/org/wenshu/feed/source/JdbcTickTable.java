package org.wenshu.feed.source;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.wenshu.feed.Field;
import org.wenshu.feed.Tick;

/**
 * Writes ticks into the table that is read as a source; needs INSERT. All of a request are one
 * statement, so that either all are kept or, where the table does not take some of them, each that
 * it takes. Thread-safe.
 */
public final class JdbcTickTable implements TickTable {
  private static final Logger LOG = Logger.getLogger(JdbcTickTable.class.getName());
  private static final int TIMEOUT_SECONDS = 10;
  private static final List<String> NO_DATABASE = List.of("08", "28", "40", "42");

  private final DataSource database;
  private final String table;
  private final Supplier<TableColumns> columns;
  private final ZoneId zone;

  /** A table of that source, written through that database. */
  public JdbcTickTable(DataSource database, TableSource source, ZoneId zone) {
    this.database = database;
    this.table = source.table();
    this.columns = source::columns;
    this.zone = zone;
  }

  @Override
  public Set<Integer> keep(List<Tick> ticks) {
    Set<Integer> refused = new TreeSet<>();
    try (Connection connection = database.getConnection()) {
      try {
        insert(connection, ticks);
      } catch (SQLException e) {
        requireThere(e);
        for (int i = 0; i < ticks.size(); i++) {
          if (!isKept(connection, ticks.get(i))) {
            refused.add(i);
          }
        }
      }
    } catch (SQLException e) {
      throw new SourceException("The table of the feed cannot be written", e);
    }
    return refused;
  }

  private boolean isKept(Connection connection, Tick tick) throws SQLException {
    try {
      insert(connection, List.of(tick));
      return true;
    } catch (SQLException e) {
      requireThere(e);
      LOG.log(Level.FINE, "The table does not take a tick", e);
      return false;
    }
  }

  /** Passes on what is not the fault of a value. */
  private static void requireThere(SQLException e) throws SQLException {
    String state = e.getSQLState() == null ? "08" : e.getSQLState();
    if (e instanceof SQLTransientException || NO_DATABASE.stream().anyMatch(state::startsWith)) {
      throw e;
    }
  }

  private void insert(Connection connection, List<Tick> ticks) throws SQLException {
    Map<String, String> written = columns.get().written();
    String row = "(" + String.join(", ", Collections.nCopies(written.size(), "?")) + ")";
    String sql =
        "INSERT INTO "
            + JdbcTickRows.quoted(table)
            + written.values().stream()
                .map(JdbcTickRows::quoted)
                .collect(Collectors.joining(", ", " (", ") VALUES "))
            + String.join(", ", Collections.nCopies(ticks.size(), row));
    List<Object> values = new ArrayList<>();
    ticks.forEach(tick -> written.keySet().forEach(member -> values.add(value(tick, member))));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout(TIMEOUT_SECONDS);
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      statement.executeUpdate();
    }
  }

  private Object value(Tick tick, String member) {
    return switch (member) {
      case "symbol" -> tick.symbol();
      case "event_time" -> tick.time().atZone(zone).toLocalDateTime();
      case "source" -> tick.source();
      case "bids" -> tick.book().map(book -> levels(book.bids())).orElse(null);
      case "asks" -> tick.book().map(book -> levels(book.asks())).orElse(null);
      default -> {
        BigDecimal number = Field.find(member).map(tick.numbers()::get).orElse(null);
        yield number == null ? tick.texts().get(member) : number;
      }
    };
  }

  private static String levels(List<org.wenshu.feed.Level> levels) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    levels.forEach(level -> all.addArray().add(level.price()).add(level.size()));
    return all.toString();
  }
}
