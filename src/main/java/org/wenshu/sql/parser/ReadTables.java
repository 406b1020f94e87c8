package org.wenshu.sql.parser;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wenshu.sql.MySqlLexer;
import org.wenshu.sql.SqlToken;
import org.wenshu.sql.tree.Name;
import org.wenshu.sql.tree.Query;
import org.wenshu.sql.tree.QueryWriter;
import org.wenshu.sql.tree.TableReference;
import org.wenshu.sql.tree.TreeWriting;

/** What a statement reads, wherever in it. Stateless. */
public final class ReadTables {
  private static final int MAX_NESTING = 40;

  private ReadTables() {}

  /** The statement as a tree; empty when it is not one read. */
  public static Optional<Query> query(String sql) {
    List<SqlToken> tokens = MySqlLexer.code(sql);
    int end = tokens.size();
    while (end > 0 && tokens.get(end - 1).isSymbol(";")) {
      end--;
    }
    return QueryParser.parse(sql, tokens.subList(0, end), MAX_NESTING) instanceof Parsed.Read read
        ? Optional.of(read.query())
        : Optional.empty();
  }

  /**
   * The names of its tables in lower case, without those that it defines before its first SELECT;
   * empty when the statement cannot be read.
   */
  public static Optional<Set<String>> in(String sql) {
    return query(sql).map(ReadTables::in);
  }

  private static Set<String> in(Query query) {
    Set<String> names = new HashSet<>();
    QueryWriter.write(query, new Noting(names));
    query.with().tables().forEach(common -> names.remove(lower(common.name().text())));
    return names;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private record Noting(Set<String> names) implements TreeWriting {
    @Override
    public TableReference table(TableReference.Named reference) {
      names.add(lower(reference.name().text()));
      return reference;
    }

    @Override
    public List<Name> column(List<Name> path) {
      return path;
    }
  }
}
