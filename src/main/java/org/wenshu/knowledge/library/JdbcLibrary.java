package org.wenshu.knowledge.library;

import static org.wenshu.knowledge.library.LibrarySql.execute;
import static org.wenshu.knowledge.library.LibrarySql.prepared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.knowledge.tables.StoreAccess;

/** Keeps documents in the tables {@code library_*}. Thread-safe. */
public final class JdbcLibrary implements Library {
  private static final String COLUMNS =
      "owner, id, added_at, kind, title, comments, metadata, tags";

  private final StoreAccess store;

  /** Keeps them in that store. */
  public JdbcLibrary(StoreAccess store) {
    this.store = store;
  }

  @Override
  public boolean add(LibraryDocument document, byte[] content) {
    return store.write(
        connection -> {
          int added =
              execute(
                  connection,
                  "INSERT IGNORE INTO library_document (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?)",
                  document.owner(),
                  document.id(),
                  document.time(),
                  document.kind(),
                  document.title(),
                  document.comments(),
                  LibraryJson.text(document.metadata()),
                  LibraryJson.text(document.tags()));
          if (added > 0) {
            addContent(connection, document, content);
          }
          return added > 0;
        });
  }

  private static void addContent(Connection connection, LibraryDocument document, byte[] content)
      throws SQLException {
    LibrarySql.parts(
        content,
        (part, bytes) -> {
          var unused =
              execute(
                  connection,
                  "INSERT INTO library_content (owner, id, part, content) VALUES (?,?,?,?)",
                  document.owner(),
                  document.id(),
                  part,
                  bytes);
        });
  }

  @Override
  public List<LibraryDocument> documents(String owner) {
    return select(
        "SELECT " + COLUMNS + " FROM library_document WHERE owner = ? ORDER BY id", owner);
  }

  @Override
  public Optional<LibraryDocument> find(String owner, String id) {
    String sql = "SELECT " + COLUMNS + " FROM library_document WHERE owner = ? AND id = ?";
    return select(sql, owner, id).stream().findFirst();
  }

  @Override
  public Optional<byte[]> content(String owner, String id) {
    if (find(owner, id).isEmpty()) {
      return Optional.empty();
    }
    return store.read(
        connection ->
            Optional.of(
                LibrarySql.whole(
                    connection,
                    "SELECT content FROM library_content WHERE owner = ? AND id = ? ORDER BY part",
                    owner,
                    id)));
  }

  @Override
  public boolean update(LibraryDocument document) {
    if (find(document.owner(), document.id()).isEmpty()) {
      return false;
    }
    return store.write(
        connection ->
            execute(
                    connection,
                    "UPDATE library_document SET added_at = ?, title = ?, comments = ?,"
                        + " metadata = ?, tags = ? WHERE owner = ? AND id = ?",
                    document.time(),
                    document.title(),
                    document.comments(),
                    LibraryJson.text(document.metadata()),
                    LibraryJson.text(document.tags()),
                    document.owner(),
                    document.id())
                >= 0);
  }

  @Override
  public boolean remove(String owner, String id) {
    return store.write(
        connection -> {
          var unused =
              execute(
                  connection, "DELETE FROM library_content WHERE owner = ? AND id = ?", owner, id);
          String sql = "DELETE FROM library_document WHERE owner = ? AND id = ?";
          return execute(connection, sql, owner, id) > 0;
        });
  }

  @Override
  public boolean add(Processing processing) {
    return store.write(
        connection ->
            execute(
                    connection,
                    "INSERT IGNORE INTO library_processing (owner, id, document_id, started_at,"
                        + " flow, collection_id, tags) VALUES (?,?,?,?,?,?,?)",
                    processing.owner(),
                    processing.id(),
                    processing.document(),
                    processing.time(),
                    processing.flow(),
                    processing.collection(),
                    LibraryJson.text(processing.tags()))
                > 0);
  }

  @Override
  public boolean removeProcessing(String owner, String id) {
    String sql = "DELETE FROM library_processing WHERE owner = ? AND id = ?";
    return store.write(connection -> execute(connection, sql, owner, id) > 0);
  }

  @Override
  public List<Processing> processings(String owner) {
    return store.read(
        connection -> {
          List<Processing> found = new ArrayList<>();
          try (PreparedStatement select =
                  prepared(
                      connection,
                      "SELECT owner, id, document_id, started_at, flow, collection_id, tags"
                          + " FROM library_processing WHERE owner = ? ORDER BY id",
                      owner);
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              found.add(processing(row));
            }
          }
          return found;
        });
  }

  private List<LibraryDocument> select(String sql, Object... values) {
    return store.read(
        connection -> {
          List<LibraryDocument> found = new ArrayList<>();
          try (PreparedStatement select = prepared(connection, sql, values);
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              found.add(document(row));
            }
          }
          return found;
        });
  }

  private static LibraryDocument document(ResultSet row) throws SQLException {
    return new LibraryDocument(
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        LibraryJson.triples(row.getString(7)),
        LibraryJson.texts(row.getString(8)));
  }

  private static Processing processing(ResultSet row) throws SQLException {
    return new Processing(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        row.getString(5),
        row.getString(6),
        LibraryJson.texts(row.getString(7)));
  }
}
