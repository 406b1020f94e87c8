package org.wenshu.config;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.wenshu.knowledge.ChunkStore;
import org.wenshu.knowledge.DocumentEmbeddings;
import org.wenshu.knowledge.EntityContexts;
import org.wenshu.knowledge.GraphEmbeddings;
import org.wenshu.knowledge.KnowledgeCollections;
import org.wenshu.knowledge.KnowledgeCores;
import org.wenshu.knowledge.PendingWrites;
import org.wenshu.knowledge.RowStore;
import org.wenshu.knowledge.TripleStore;
import org.wenshu.knowledge.store.KnowledgeDatabase;
import org.wenshu.knowledge.store.KnowledgeStores;
import org.wenshu.knowledge.vector.ScanningSearch;
import org.wenshu.schema.store.StoreMigration;

/** Puts the stores of knowledge together ({@code wenshu.knowledge.*}). */
@ApplicationScoped
public class KnowledgeBeans {
  @Resource(lookup = StoreDatabase.JNDI_NAME)
  private DataSource rows;

  @Resource(lookup = BulkDatabase.JNDI_NAME)
  private DataSource bulk;

  @Resource private ManagedExecutorService threads;

  /** Who holds back items in order to write many at once. */
  @Produces
  @Singleton
  public PendingWrites pendingWrites() {
    return new PendingWrites();
  }

  /** All stores. */
  @Produces
  @Singleton
  public KnowledgeStores knowledgeStores(
      StoreMigration migration, PendingWrites pending, Config config) {
    Settings settings = new Settings(config, "wenshu.knowledge.");
    return new KnowledgeStores(
        new KnowledgeDatabase(rows, bulk, migration::ensure),
        pending,
        settings.truth("local-infile", true),
        ScanningSearch::new,
        threads);
  }

  /** The triples. */
  @Produces
  @Singleton
  public TripleStore triples(KnowledgeStores stores) {
    return stores.triples();
  }

  /** The embeddings of entities. */
  @Produces
  @Singleton
  public GraphEmbeddings graphEmbeddings(KnowledgeStores stores) {
    return stores.graphEmbeddings();
  }

  /** The embeddings of pieces of documents. */
  @Produces
  @Singleton
  public DocumentEmbeddings documentEmbeddings(KnowledgeStores stores) {
    return stores.documentEmbeddings();
  }

  /** What is told of entities. */
  @Produces
  @Singleton
  public EntityContexts entityContexts(KnowledgeStores stores) {
    return stores.contexts();
  }

  /** The pieces of documents. */
  @Produces
  @Singleton
  public ChunkStore chunks(KnowledgeStores stores) {
    return stores.chunks();
  }

  /** The rows. */
  @Produces
  @Singleton
  public RowStore rows(KnowledgeStores stores) {
    return stores.rows();
  }

  /** The collections. */
  @Produces
  @Singleton
  public KnowledgeCollections collections(KnowledgeStores stores) {
    return stores.collections();
  }

  /** The cores. */
  @Produces
  @Singleton
  public KnowledgeCores cores(KnowledgeStores stores) {
    return stores.cores();
  }
}
