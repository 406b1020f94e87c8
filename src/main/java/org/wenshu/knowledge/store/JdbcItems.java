package org.wenshu.knowledge.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.knowledge.BulkStore;
import org.wenshu.knowledge.CollectionId;
import org.wenshu.knowledge.PendingWrites;
import org.wenshu.knowledge.Refusal;
import org.wenshu.knowledge.Scope;
import org.wenshu.question.Wording;

/**
 * Keeps the items of one kind in their table. Thread-safe.
 *
 * @param <T> the kind
 */
final class JdbcItems<T> implements BulkStore<T> {
  private static final int ATTEMPTS = 3;

  /** A second connection takes longer than it saves for fewer. */
  private static final int WORTH_SPLITTING = 1_000;

  private final KnowledgeDatabase database;
  private final PendingWrites pending;
  private final TableFormat<T> format;
  private final RowWriter writer;
  private final Executor threads;

  JdbcItems(
      KnowledgeDatabase database,
      PendingWrites pending,
      TableFormat<T> format,
      RowWriter writer,
      Executor threads) {
    this.database = database;
    this.pending = pending;
    this.format = format;
    this.writer = writer;
    this.threads = threads;
  }

  KnowledgeDatabase database() {
    return database;
  }

  TableFormat<T> format() {
    return format;
  }

  /** Returns when what others hold back of the collection is written. */
  void settle(CollectionId collection) {
    pending.settle(collection);
  }

  @Override
  public void add(CollectionId collection, List<T> items) {
    write(Shelf.of(collection), 0, items, true);
  }

  @Override
  public List<Refusal> store(CollectionId collection, List<T> items) {
    return write(Shelf.of(collection), 0, items, false);
  }

  /**
   * Writes in one transaction, or many items of which some may be refused in two at once.
   *
   * @param load which loading of a core it is; 0 for none
   * @param whole whether nothing is written when an item is refused
   * @return what was refused, in order
   * @throws WenshuException MALFORMED_REQUEST for a refusal when all or nothing was asked for
   */
  List<Refusal> write(Shelf shelf, int load, List<T> items, boolean whole) {
    List<Refusal> refused = new ArrayList<>();
    List<T> good = judge(items, refused);
    requireNone(refused, whole);
    for (int attempt = 1; !good.isEmpty(); attempt++) {
      ShelfRow row = database.run(c -> open(c, shelf, good));
      List<T> fitting = fitting(row, items, good, refused);
      requireNone(refused, whole);
      if (fitting.isEmpty() || isWritten(row, load, fitting, whole)) {
        break;
      }
      if (attempt == ATTEMPTS) {
        throw malformed("The collection is being removed");
      }
    }
    return refused;
  }

  private boolean isWritten(ShelfRow row, int load, List<T> items, boolean whole) {
    if (whole || !format.isOrderless() || items.size() < WORTH_SPLITTING) {
      return isWritten(row, load, items);
    }
    Halves<T> halves = Halves.of(items);
    return SideBySide.both(
        threads,
        () -> isWritten(row, load, halves.first()),
        () -> isWritten(row, load, halves.second()));
  }

  private boolean isWritten(ShelfRow row, int load, List<T> items) {
    return database.write(
        connection -> {
          if (!ShelfRows.hold(connection, row.id(), format.dimensionColumn().isPresent())) {
            return false;
          }
          boolean claims = load == 0 && format.isLoadable() && Loads.any(connection, row.id());
          writer.write(connection, new RowWriter.Target<>(format, row.id(), load, claims), items);
          return true;
        });
  }

  private List<T> judge(List<T> items, List<Refusal> refused) {
    List<T> good = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      Optional<String> problem = format.problem(items.get(i));
      if (problem.isPresent()) {
        refused.add(new Refusal(i, problem.get()));
      } else {
        good.add(items.get(i));
      }
    }
    return good;
  }

  private ShelfRow open(Connection connection, Shelf shelf, List<T> items) throws SQLException {
    Optional<String> column = format.dimensionColumn();
    ShelfRow row = ShelfRows.open(connection, shelf, column);
    if (column.isEmpty() || row.dimension() != 0) {
      return row;
    }
    int first = dimension(items.get(0));
    return new ShelfRow(
        row.id(), ShelfRows.fix(connection, row.id(), column.get(), first), row.generation());
  }

  private int dimension(T item) {
    return format.vector(item).orElseThrow().dimension();
  }

  private List<T> fitting(ShelfRow row, List<T> items, List<T> good, List<Refusal> refused) {
    if (row.dimension() == 0
        || good.stream().allMatch(item -> dimension(item) == row.dimension())) {
      return good;
    }
    List<T> fitting = new ArrayList<>();
    refused.clear();
    for (int i = 0; i < items.size(); i++) {
      int place = i;
      T item = items.get(i);
      format
          .problem(item)
          .or(() -> mismatch(row.dimension(), dimension(item)))
          .ifPresentOrElse(
              reason -> refused.add(new Refusal(place, reason)), () -> fitting.add(item));
    }
    return fitting;
  }

  private static Optional<String> mismatch(int expected, int dimension) {
    return expected == dimension
        ? Optional.empty()
        : Optional.of(
            "The vector has " + dimension + " numbers, those of the collection have " + expected);
  }

  private static void requireNone(List<Refusal> refused, boolean whole) {
    if (whole && !refused.isEmpty()) {
      throw malformed(refused.get(0).reason());
    }
  }

  private static WenshuException malformed(String reason) {
    return new WenshuException(ErrorCode.MALFORMED_REQUEST, new Wording("无法存储: " + reason, reason));
  }

  @Override
  public void each(Scope scope, BiConsumer<CollectionId, T> visitor) {
    pending.settle(scope);
    database.snapshot(
        connection -> {
          for (var shelf : ShelfList.in(connection, scope)) {
            each(connection, shelf.id(), item -> visitor.accept(shelf.collection(), item));
          }
          return null;
        });
  }

  /** Takes one item after the other. */
  @FunctionalInterface
  interface Visitor<T> {
    void visit(T item);
  }

  /** Reads a shelf to its end, or until the visitor throws. */
  void each(Connection connection, int shelf, Visitor<T> visitor) throws SQLException {
    String sql =
        "SELECT "
            + format.read()
            + " FROM "
            + format.table()
            + " FORCE INDEX ("
            + format.orderIndex()
            + ") WHERE collection_id = ? ORDER BY "
            + format.order();
    try (PreparedStatement select =
        connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      // The driver's way of saying: one row at a time, as the server sends them.
      select.setFetchSize(Integer.MIN_VALUE);
      select.setInt(1, shelf);
      visitAll(select, visitor);
    }
  }

  /** Left early, the rest would be read to its end, and thrown away, before the next statement. */
  private void visitAll(PreparedStatement select, Visitor<T> visitor) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        visit(select, visitor, format.read(rows, 1));
      }
    }
  }

  private static <T> void visit(PreparedStatement select, Visitor<T> visitor, T item)
      throws SQLException {
    boolean taken = false;
    try {
      visitor.visit(item);
      taken = true;
    } finally {
      if (!taken) {
        select.cancel();
      }
    }
  }
}
