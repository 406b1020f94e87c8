package org.wenshu.knowledge.library;

import static org.wenshu.knowledge.library.LibrarySql.execute;
import static org.wenshu.knowledge.library.LibrarySql.prepared;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.tables.StoreAccess;
import org.wenshu.question.Wording;

/**
 * Keeps accepted texts in the tables {@code library_arrival*}. Moments are those of the database,
 * so that servers whose clocks differ agree on them. Thread-safe.
 */
public final class JdbcArrivals implements Arrivals {
  private static final int CANDIDATES = 8;
  private static final int MAX_PROBLEM = 1_000;
  private static final Wording FULL =
      new Wording("等待处理的文档过多，请稍后重试", "Too many documents are waiting, please try again later");

  private static final String IN = "UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND";
  private static final String SAME =
      "o.collection_owner = a.collection_owner AND o.collection_name = a.collection_name"
          + " AND o.document_id = a.document_id";

  /** What is ready, without what waits for an earlier one, or has failed and been sent again. */
  private static final String READY =
      "SELECT a.id FROM library_arrival a WHERE a.ready_at <= UTC_TIMESTAMP(6)"
          + " AND NOT EXISTS (SELECT 1 FROM library_arrival o WHERE "
          + SAME
          + " AND ((o.id < a.id AND (o.problem IS NULL OR o.ready_at > UTC_TIMESTAMP(6)"
          + " AND o.claim IS NOT NULL)) OR (o.id > a.id AND a.problem IS NOT NULL)))"
          + " ORDER BY a.id LIMIT "
          + CANDIDATES;

  private final StoreAccess store;
  private final int most;

  /** Keeps so many at the most in that store. */
  public JdbcArrivals(StoreAccess store, int most) {
    this.store = store;
    this.most = most;
  }

  @Override
  public void add(LoadedText text) {
    if (count() >= most) {
      throw new WenshuException(ErrorCode.SATURATED, FULL);
    }
    byte[] content = text.text().getBytes(StandardCharsets.UTF_8);
    long unused =
        store.write(
            connection -> {
              long id = insert(connection, text);
              LibrarySql.parts(content, (part, bytes) -> insert(connection, id, part, bytes));
              return id;
            });
  }

  private static long insert(Connection connection, LoadedText text) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO library_arrival (collection_owner, collection_name, document_id, metadata,"
                + " accepted_at, ready_at)"
                + " VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))",
            Statement.RETURN_GENERATED_KEYS)) {
      insert.setString(1, text.collection().user());
      insert.setString(2, text.collection().name());
      insert.setString(3, text.id());
      insert.setString(4, LibraryJson.text(text.metadata()));
      insert.executeUpdate();
      try (ResultSet key = insert.getGeneratedKeys()) {
        key.next();
        return key.getLong(1);
      }
    }
  }

  private static void insert(Connection connection, long id, int part, byte[] bytes)
      throws SQLException {
    var unused =
        execute(
            connection,
            "INSERT INTO library_arrival_part (arrival_id, part, content) VALUES (?, ?, ?)",
            id,
            part,
            bytes);
  }

  @Override
  public Optional<Arrival> claim(Duration hold) {
    for (long id : store.read(JdbcArrivals::ready)) {
      String claim = UUID.randomUUID().toString();
      Optional<Arrival> claimed = store.write(connection -> claim(connection, id, claim, hold));
      if (claimed.isPresent()) {
        return claimed;
      }
    }
    return Optional.empty();
  }

  private static List<Long> ready(Connection connection) throws SQLException {
    try (PreparedStatement select = prepared(connection, READY);
        ResultSet row = select.executeQuery()) {
      List<Long> ids = new ArrayList<>();
      while (row.next()) {
        ids.add(row.getLong(1));
      }
      return ids;
    }
  }

  private static Optional<Arrival> claim(
      Connection connection, long id, String claim, Duration hold) throws SQLException {
    int claimed =
        execute(
            connection,
            "UPDATE library_arrival SET claim = ?, attempts = attempts + 1, ready_at = "
                + IN
                + " WHERE id = ? AND ready_at <= UTC_TIMESTAMP(6)",
            claim,
            micros(hold),
            id);
    return claimed == 0 ? Optional.empty() : Optional.of(read(connection, id, claim));
  }

  private static Arrival read(Connection connection, long id, String claim) throws SQLException {
    byte[] content =
        LibrarySql.whole(
            connection,
            "SELECT content FROM library_arrival_part WHERE arrival_id = ? ORDER BY part",
            id);
    try (PreparedStatement select =
            prepared(
                connection,
                "SELECT collection_owner, collection_name, document_id, metadata, attempts"
                    + " FROM library_arrival WHERE id = ?",
                id);
        ResultSet row = select.executeQuery()) {
      row.next();
      LoadedText text =
          new LoadedText(
              row.getString(3),
              new String(content, StandardCharsets.UTF_8),
              new CollectionId(row.getString(1), row.getString(2)),
              LibraryJson.triples(row.getString(4)));
      return new Arrival(id, claim, row.getInt(5), text);
    }
  }

  @Override
  public boolean hold(Arrival arrival, Duration hold) {
    return move(arrival, "ready_at = " + IN, micros(hold));
  }

  @Override
  public void retry(Arrival arrival, Duration after, String problem) {
    String kept = problem.substring(0, Math.min(problem.length(), MAX_PROBLEM));
    boolean unused =
        move(
            arrival,
            "claim = NULL, problem = NULLIF(?, ''), ready_at = " + IN,
            kept,
            micros(after));
  }

  private boolean move(Arrival arrival, String changes, Object... values) {
    List<Object> all = new ArrayList<>(List.of(values));
    all.add(arrival.id());
    all.add(arrival.claim());
    String sql = "UPDATE library_arrival SET " + changes + " WHERE id = ? AND claim = ?";
    return store.write(connection -> execute(connection, sql, all.toArray()) > 0);
  }

  @Override
  public void done(Arrival arrival) {
    CollectionId collection = arrival.text().collection();
    remove(
        "a.id <= ? AND (a.id = ? AND a.claim = ? OR a.id < ? AND a.problem IS NOT NULL)"
            + " AND a.collection_owner = ? AND a.collection_name = ? AND a.document_id = ?",
        arrival.id(),
        arrival.id(),
        arrival.claim(),
        arrival.id(),
        collection.user(),
        collection.name(),
        arrival.text().id());
  }

  @Override
  public void forget(CollectionId collection) {
    remove(
        "a.collection_owner = ? AND a.collection_name = ?", collection.user(), collection.name());
  }

  private void remove(String condition, Object... values) {
    String sql =
        "DELETE a, p FROM library_arrival a LEFT JOIN library_arrival_part p"
            + " ON p.arrival_id = a.id WHERE ";
    int unused = store.write(connection -> execute(connection, sql + condition, values));
  }

  @Override
  public long count() {
    return store.read(
        connection -> {
          try (PreparedStatement select =
                  prepared(connection, "SELECT COUNT(*) FROM library_arrival");
              ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  private static long micros(Duration time) {
    return TimeUnit.NANOSECONDS.toMicros(time.toNanos());
  }
}
