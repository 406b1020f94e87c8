package org.wenshu.knowledge.store;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.sql.DataSource;
import org.wenshu.TestingDatabase;
import org.wenshu.knowledge.PendingWrites;
import org.wenshu.knowledge.tables.StoreAccess;
import org.wenshu.knowledge.vector.ScanningSearch;
import org.wenshu.knowledge.vector.VectorSearch;
import org.wenshu.knowledge.vector.VectorSource;
import org.wenshu.schema.store.StoreMigration;

/** The stores on an empty schema of the embedded database. */
public final class TestingKnowledge {
  private final DataSource source;
  private final KnowledgeDatabase database;
  private final PendingWrites pending = new PendingWrites();

  private TestingKnowledge(String schema, boolean infile) {
    MysqlDataSource created = new MysqlDataSource();
    created.setUrl(
        TestingDatabase.createSchema(schema)
            + "&rewriteBatchedStatements=true&allowLoadLocalInfile="
            + infile);
    created.setUser(TestingDatabase.root().user());
    created.setPassword(TestingDatabase.root().password());
    source = created;
    database = new KnowledgeDatabase(source, source, new StoreMigration(source)::ensure);
  }

  /** A schema of that name, made anew. */
  public static TestingKnowledge create(String schema) {
    return new TestingKnowledge(schema, true);
  }

  /** A schema of that name, whose server lets nobody load local data. */
  static TestingKnowledge createWithoutInfile(String schema) {
    return new TestingKnowledge(schema, false);
  }

  /** Its stores, which compare all vectors. */
  public KnowledgeStores stores() {
    return stores(ScanningSearch::new);
  }

  /** Its stores, as another node has them. */
  public KnowledgeStores stores(Function<VectorSource, VectorSearch> search) {
    return new KnowledgeStores(database, pending, true, search, Runnable::run);
  }

  /** Its stores, which do on these threads what they need not do on the caller's. */
  KnowledgeStores storesOn(Executor threads) {
    return new KnowledgeStores(database, pending, true, ScanningSearch::new, threads);
  }

  /** Its tables, for others than these stores. */
  public StoreAccess access() {
    return new StoreAccess(source, () -> {});
  }

  /** Who holds back. */
  public PendingWrites pending() {
    return pending;
  }

  /** How many rows the table has. */
  public long count(String table) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Runs a statement. */
  public void execute(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
