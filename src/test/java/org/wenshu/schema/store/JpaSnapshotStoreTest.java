package org.wenshu.schema.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.wenshu.schema.TestSchemas.commented;
import static org.wenshu.schema.TestSchemas.referring;
import static org.wenshu.schema.TestSchemas.snapshot;
import static org.wenshu.schema.TestSchemas.table;

import com.mysql.cj.jdbc.MysqlDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wenshu.TestingDatabase;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.Table;

class JpaSnapshotStoreTest {
  private static final String TARGET = "db.example:3306/shop";
  private static EntityManagerFactory factory;

  @BeforeAll
  static void migrate() {
    DataSource source = source(TestingDatabase.createSchema("store_test"));
    StoreMigration migration = new StoreMigration(source);
    migration.ensure();
    migration.ensure();
    new StoreMigration(source).ensure();
    factory =
        Persistence.createEntityManagerFactory(
            "wenshu",
            Map.of(
                "jakarta.persistence.provider",
                HibernatePersistenceProvider.class.getName(),
                "jakarta.persistence.transactionType",
                "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource",
                source));
  }

  @AfterAll
  static void close() {
    factory.close();
  }

  private static DataSource source(String url) {
    MysqlDataSource source = new MysqlDataSource();
    source.setUrl(url + "&rewriteBatchedStatements=true");
    source.setUser(TestingDatabase.root().user());
    source.setPassword(TestingDatabase.root().password());
    return source;
  }

  private static <T> T inTransaction(Function<JpaSnapshotStore, T> work) {
    try (EntityManager entities = factory.createEntityManager()) {
      entities.getTransaction().begin();
      T result = work.apply(new JpaSnapshotStore(entities));
      entities.getTransaction().commit();
      return result;
    }
  }

  private static void save(String target, SchemaSnapshot snapshot) {
    inTransaction(
        store -> {
          store.save(target, snapshot);
          return snapshot;
        });
  }

  private static SchemaSnapshot load(String target) {
    return inTransaction(store -> store.load(target)).orElseThrow();
  }

  @Test
  void givesNothingForAnUnknownTarget() {
    Optional<SchemaSnapshot> loaded = inTransaction(store -> store.load("unknown"));
    assertThat(loaded).isEmpty();
  }

  @Test
  void givesBackWhatWasSaved() {
    SchemaSnapshot saved =
        snapshot(
            commented("users", "用户 '表' 😀", "name", "status"),
            referring("orders", "users"),
            new Table("v", true, "", table("x", "a").columns(), List.of("a"), List.of(), 7));
    save(TARGET, saved);

    assertThat(load(TARGET)).isEqualTo(saved);
  }

  @Test
  void replacesWhatChangedAndKeepsTheRest() {
    save("replaced", snapshot(table("a", "x", "y"), table("b", "x"), table("c", "x")));
    SchemaSnapshot later =
        snapshot(table("a", "y"), table("c", "x"), referring("d", "a", "c"), table("E", "x"));
    save("replaced", later);

    assertThat(load("replaced")).isEqualTo(later);
  }

  @Test
  void keepsTargetsApart() {
    SchemaSnapshot one = snapshot(table("a", "x"));
    SchemaSnapshot two = snapshot(table("a", "x", "y"));
    save("one", one);
    save("two", two);

    assertThat(load("one")).isEqualTo(one);
    assertThat(load("two")).isEqualTo(two);
  }

  @Test
  void notesTheTimeOfAScanThatFoundNothingNew() {
    SchemaSnapshot found = snapshot(table("a", "x"));
    save("same", found);
    Instant later = Instant.EPOCH.plusSeconds(60);
    save("same", new SchemaSnapshot("shop", found.version(), later, found.tables()));

    assertThat(load("same").scannedAt()).isEqualTo(later);
  }

  @Test
  void keepsThousandsOfTables() {
    Table[] tables =
        IntStream.range(0, 1200).mapToObj(i -> table("t" + i, "a", "b")).toArray(Table[]::new);
    save("large", snapshot(tables));

    assertThat(load("large").tables()).hasSize(1200);
  }

  @Test
  void refusesADatabaseWithTablesOfOthers() {
    StoreMigration migration = new StoreMigration(source(TestingDatabase.demoUrl()));
    assertThatExceptionOfType(FlywayException.class).isThrownBy(migration::ensure);
  }
}
