package org.wenshu.conversation.subject;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wenshu.execution.Rows;
import org.wenshu.question.EarlierTurn;
import org.wenshu.question.EarlierTurn.Keys;
import org.wenshu.question.EarlierTurn.Subject;
import org.wenshu.question.RowWindow;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;
import org.wenshu.sql.MySqlLexer;
import org.wenshu.sql.SqlToken;
import org.wenshu.sql.parser.Parsed;
import org.wenshu.sql.parser.QueryParser;
import org.wenshu.sql.tree.Query;

/**
 * Tells what the rows of an answer were, so that a later question may mean them (contract of the
 * RAG protocol, section 8). Rows are rows of a table when each of them is one row of it: tables
 * that are joined may filter them or be looked up for them. Immutable.
 */
public final class TurnSubjects {
  private static final int MAX_NESTING = 40;
  private static final int MAX_DIGITS = 18;

  private final SchemaSnapshot schema;

  /**
   * Subjects in that schema.
   *
   * @param schema as the asker may know it; columns whose values are withheld are never kept
   */
  public TurnSubjects(SchemaSnapshot schema) {
    this.schema = schema;
  }

  /**
   * What the rows were.
   *
   * @param sql the statement as drafted
   * @param rows what it gave
   * @param complete false when a limit that is not the statement's own may have kept rows back; the
   *     keys are not told then
   * @return empty when they are no rows of one table, and when the statement cannot be read
   */
  public Optional<Subject> subject(String sql, Rows rows, boolean complete) {
    return read(sql)
        .flatMap(
            source ->
                source
                    .table()
                    .map(
                        table ->
                            new Subject(
                                table.name(),
                                complete && !rows.truncated()
                                    ? keys(source, rows)
                                    : Optional.empty())));
  }

  /**
   * What the rows were that a dialect's window showed. A window that is as wide as the statement's
   * own limit keeps nothing back, nor does one that was not filled.
   */
  public Optional<Subject> subject(String sql, Rows rows, Optional<RowWindow> window) {
    return subject(sql, rows, window.map(w -> showsAll(w, sql, rows)).orElse(true));
  }

  private static boolean showsAll(RowWindow window, String sql, Rows rows) {
    return window.offset() == 0
        && (rows.rows().size() < window.limit()
            || parse(sql).flatMap(TurnSubjects::ownLimit).orElse(Long.MAX_VALUE) <= window.limit());
  }

  private static Optional<Long> ownLimit(Query query) {
    return query
        .limit()
        .filter(l -> l.count().length() < MAX_DIGITS)
        .map(l -> Long.valueOf(l.count()));
  }

  /**
   * The table that an answer was about, as catalogued: that of its rows or, when they are sums or
   * mixtures, the first that the statement reads.
   */
  public Optional<String> mainTable(String sql) {
    return read(sql).flatMap(RowSource::about).map(Table::name);
  }

  private Optional<RowSource> read(String sql) {
    return parse(sql).map(query -> new QueryRows(schema).rows(query, CommonRows.NONE));
  }

  private static Optional<Query> parse(String sql) {
    List<SqlToken> tokens = MySqlLexer.code(sql);
    int end = tokens.size();
    while (end > 0 && tokens.get(end - 1).isSymbol(";")) {
      end--;
    }
    return QueryParser.parse(sql, tokens.subList(0, end), MAX_NESTING) instanceof Parsed.Read read
        ? Optional.of(read.query())
        : Optional.empty();
  }

  private static Optional<Keys> keys(RowSource source, Rows rows) {
    // What the database says of its columns decides whether the statement was understood.
    if (source.columns().size() != rows.columns().size()) {
      return Optional.empty();
    }
    for (int i = 0; i < rows.columns().size(); i++) {
      RowSource.Cell cell = source.columns().get(i);
      if (source.isKey(cell)
          && !cell.origin().orElseThrow().withheld()
          && cell.isLabelled(rows.columns().get(i))) {
        return keys(cell.origin().get().name(), i, rows.rows());
      }
    }
    return Optional.empty();
  }

  private static Optional<Keys> keys(String column, int index, List<List<Object>> rows) {
    Set<Object> values = new LinkedHashSet<>();
    for (List<Object> row : rows) {
      Object value = row.get(index);
      if (!isKey(value)) {
        return Optional.empty();
      }
      values.add(value);
      if (values.size() > EarlierTurn.MOST_KEYS) {
        return Optional.empty();
      }
    }
    return Optional.of(new Keys(column, List.copyOf(values)));
  }

  private static boolean isKey(Object value) {
    return value instanceof Long || value instanceof BigInteger || value instanceof String;
  }
}
