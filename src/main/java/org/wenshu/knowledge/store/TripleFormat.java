package org.wenshu.knowledge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.Value;

/** Triples as rows of {@code knowledge_triple}. */
final class TripleFormat implements TableFormat<Triple> {
  private static final int SUBJECT = 1;
  private static final int PREDICATE = 2;
  private static final int OBJECT = 4;

  @Override
  public String table() {
    return "knowledge_triple";
  }

  @Override
  public List<String> columns() {
    return List.of("s_hash", "p_hash", "o_hash", "uris", "s", "p", "o");
  }

  @Override
  public String read() {
    return "uris, s, p, o";
  }

  @Override
  public String order() {
    return "s_hash, p_hash, o_hash";
  }

  @Override
  public boolean isLoadable() {
    return true;
  }

  @Override
  public boolean isOrderless() {
    return true;
  }

  @Override
  public Optional<String> problem(Triple triple) {
    return Texts.problem("s", triple.s())
        .or(() -> Texts.problem("p", triple.p()))
        .or(() -> Texts.problem("o", triple.o().v(), Texts.MAX_TEXT));
  }

  @Override
  public void write(Triple triple, Hashes hashes, RowSink sink) throws SQLException {
    sink.number(hashes.of(triple.s()));
    sink.number(hashes.of(triple.p()));
    sink.number(hashes.of(triple.o()));
    sink.number(bit(triple.s(), SUBJECT) | bit(triple.p(), PREDICATE) | bit(triple.o(), OBJECT));
    sink.text(triple.s().v());
    sink.text(triple.p().v());
    sink.text(triple.o().v());
  }

  private static int bit(Value value, int bit) {
    return value.e() ? bit : 0;
  }

  @Override
  public Triple read(ResultSet row, int first) throws SQLException {
    int uris = row.getInt(first);
    return new Triple(
        new Value(row.getString(first + 1), (uris & SUBJECT) != 0),
        new Value(row.getString(first + 2), (uris & PREDICATE) != 0),
        new Value(row.getString(first + 3), (uris & OBJECT) != 0));
  }
}
