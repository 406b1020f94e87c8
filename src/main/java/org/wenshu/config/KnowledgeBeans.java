package org.wenshu.config;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
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
import org.wenshu.knowledge.vector.IndexedSearch;
import org.wenshu.knowledge.vector.VectorConfig;
import org.wenshu.protocol.http.StartGate;
import org.wenshu.schema.store.StoreMigration;

/** Puts the stores of knowledge together ({@code wenshu.knowledge.*}). */
@ApplicationScoped
public class KnowledgeBeans {
  private static final Logger LOG = Logger.getLogger(KnowledgeBeans.class.getName());

  @Resource(lookup = StoreDatabase.JNDI_NAME)
  private DataSource rows;

  @Resource(lookup = BulkDatabase.JNDI_NAME)
  private DataSource bulk;

  @Resource private ManagedExecutorService threads;

  private final List<IndexedSearch> searches = new CopyOnWriteArrayList<>();

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
    VectorConfig vectors = vectors(settings);
    return new KnowledgeStores(
        new KnowledgeDatabase(rows, bulk, migration::ensure),
        pending,
        settings.truth("local-infile", true),
        source -> {
          IndexedSearch search = new IndexedSearch(source, vectors, threads);
          searches.add(search);
          return search;
        },
        threads);
  }

  private static VectorConfig vectors(Settings settings) {
    VectorConfig defaults = VectorConfig.defaults();
    return new VectorConfig(
        settings.number("exact-up-to", defaults.exactUpTo()),
        settings.number("candidates", defaults.candidates()),
        settings
            .config()
            .getOptionalValue(settings.prefix() + "vector-memory", Long.class)
            .orElse(defaults.memoryBytes()),
        settings.number("max-indexes", defaults.maxIndexes()));
  }

  /** Removes what an earlier run has left, and indexes the vectors, on a thread of its own. */
  void start(
      @Observes @Initialized(ApplicationScoped.class) Object started,
      KnowledgeStores stores,
      StartGate gate) {
    gate.whenOpen(() -> threads.execute(() -> prepare(stores)));
  }

  private void prepare(KnowledgeStores stores) {
    try {
      stores.sweep();
      searches.forEach(IndexedSearch::prepare);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Vectors are not indexed yet; they will be when asked for", e);
    }
  }

  @PreDestroy
  void stop() {
    searches.forEach(IndexedSearch::close);
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
