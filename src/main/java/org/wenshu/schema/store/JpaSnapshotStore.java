package org.wenshu.schema.store;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wenshu.schema.ContentHash;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.SnapshotStore;
import org.wenshu.schema.Table;

/**
 * Keeps snapshots as entities, one transaction for each call. Nodes that save the same target at
 * once take turns on the row of the catalogue.
 */
@Stateless
@Local(SnapshotStore.class)
public class JpaSnapshotStore implements SnapshotStore {
  private static final int CHUNK = 500;

  @PersistenceContext(unitName = "wenshu")
  private EntityManager entities;

  /** For the container, which injects the rest. */
  public JpaSnapshotStore() {}

  /** A store on that entity manager, whose transactions are the caller's. */
  JpaSnapshotStore(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Optional<SchemaSnapshot> load(String target) {
    return catalogue(target, LockModeType.NONE)
        .map(
            c ->
                SchemaSnapshot.of(
                    c.database(),
                    c.version(),
                    c.scannedAt(),
                    tables(c).stream().map(TableEntity::toTable).toList()));
  }

  @Override
  public void save(String target, SchemaSnapshot snapshot) {
    CatalogueEntity catalogue =
        catalogue(target, LockModeType.PESSIMISTIC_WRITE)
            .orElseGet(() -> new CatalogueEntity(target));
    boolean known = catalogue.version().equals(snapshot.version());
    catalogue.become(snapshot);
    entities.persist(catalogue);
    if (!known) {
      replaceTables(catalogue, snapshot);
    }
  }

  private void replaceTables(CatalogueEntity catalogue, SchemaSnapshot snapshot) {
    Map<String, TableEntity> stored = new HashMap<>();
    tables(catalogue).forEach(table -> stored.put(table.name(), table));
    List<Table> fresh =
        snapshot.tables().values().stream()
            .filter(table -> !update(stored.remove(table.name()), table))
            .toList();
    stored.values().forEach(entities::remove);
    long id = catalogue.id();
    for (int i = 0; i < fresh.size(); i++) {
      if (i % CHUNK == 0) {
        entities.flush();
        entities.clear();
      }
      entities.persist(new TableEntity(id, fresh.get(i)));
    }
  }

  /** Whether there is a stored table; it then says the same as the scanned one. */
  private static boolean update(TableEntity stored, Table table) {
    if (stored == null) {
      return false;
    }
    if (!stored.contentHash().equals(ContentHash.of(table))) {
      stored.become(table);
    }
    return true;
  }

  private Optional<CatalogueEntity> catalogue(String target, LockModeType lock) {
    return entities
        .createQuery("select c from CatalogueEntity c where c.target = ?1", CatalogueEntity.class)
        .setParameter(1, target)
        .setLockMode(lock)
        .getResultStream()
        .findFirst();
  }

  private List<TableEntity> tables(CatalogueEntity catalogue) {
    return entities
        .createQuery(
            "select t from TableEntity t where t.key.catalogueId = ?1 order by t.key.name",
            TableEntity.class)
        .setParameter(1, catalogue.id())
        .getResultList();
  }
}
