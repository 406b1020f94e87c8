package org.wenshu.conversation.store;

import com.mysql.cj.jdbc.MysqlDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.wenshu.TestingDatabase;
import org.wenshu.conversation.ConversationStore;
import org.wenshu.execution.InMemoryPool;
import org.wenshu.schema.store.StoreMigration;

/** The store of one node on a real database: each call is a transaction, as in the container. */
public final class TestingStores implements AutoCloseable {
  private final EntityManagerFactory factory;

  private TestingStores(EntityManagerFactory factory) {
    this.factory = factory;
  }

  /** An empty schema of that name, migrated. */
  public static DataSource create(String schema) {
    DataSource source = new InMemoryPool(source(TestingDatabase.createSchema(schema)));
    new StoreMigration(source).ensure();
    return source;
  }

  /** A data source of that address. */
  public static DataSource source(String url) {
    MysqlDataSource source = new MysqlDataSource();
    source.setUrl(url + "&rewriteBatchedStatements=true");
    source.setUser(TestingDatabase.root().user());
    source.setPassword(TestingDatabase.root().password());
    return source;
  }

  /** A node of its own on that database. */
  public static TestingStores on(DataSource source) {
    return new TestingStores(
        Persistence.createEntityManagerFactory(
            "wenshu",
            Map.of(
                "jakarta.persistence.provider",
                HibernatePersistenceProvider.class.getName(),
                "jakarta.persistence.transactionType",
                "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource",
                source)));
  }

  /** Its store. */
  public ConversationStore store() {
    return (ConversationStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ConversationStore.class},
            (proxy, method, arguments) -> inTransaction(method, arguments));
  }

  private Object inTransaction(Method method, Object[] arguments) throws Throwable {
    try (EntityManager entities = factory.createEntityManager()) {
      entities.getTransaction().begin();
      try {
        Object result = method.invoke(new JpaConversationStore(entities), arguments);
        entities.getTransaction().commit();
        return result;
      } catch (InvocationTargetException e) {
        throw e.getCause();
      } finally {
        if (entities.getTransaction().isActive()) {
          entities.getTransaction().rollback();
        }
      }
    }
  }

  /** Takes all conversations away. */
  public static void clear(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM conversation_turn");
      statement.executeUpdate("DELETE FROM conversation");
    }
  }

  /** The number that a statement gives. */
  public static long number(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  @Override
  public void close() {
    factory.close();
  }
}
