package org.wenshu.knowledge.store;

import java.util.concurrent.Executor;
import java.util.function.Function;
import org.wenshu.knowledge.Chunk;
import org.wenshu.knowledge.ChunkVector;
import org.wenshu.knowledge.EntityContext;
import org.wenshu.knowledge.EntityVector;
import org.wenshu.knowledge.PendingWrites;
import org.wenshu.knowledge.StoredRow;
import org.wenshu.knowledge.Triple;
import org.wenshu.knowledge.vector.VectorSearch;
import org.wenshu.knowledge.vector.VectorSource;

/** All stores on one database. Immutable. */
public final class KnowledgeStores {
  private final JdbcTripleStore triples;
  private final JdbcGraphEmbeddings graphEmbeddings;
  private final JdbcDocumentEmbeddings documentEmbeddings;
  private final JdbcEntityContexts contexts;
  private final JdbcChunkStore chunks;
  private final JdbcRowStore rows;
  private final JdbcCollections collections;
  private final JdbcCores cores;
  private final Shelves shelves;

  /**
   * The stores.
   *
   * @param pending who holds back what is to be seen by readers
   * @param infile whether local data is loaded where the server permits it
   * @param search makes the search among vectors
   * @param background copies what is loaded from cores, and writes half of what is much
   */
  public KnowledgeStores(
      KnowledgeDatabase database,
      PendingWrites pending,
      boolean infile,
      Function<VectorSource, VectorSearch> search,
      Executor background) {
    RowWriter writer = new RowWriter(infile);
    JdbcItems<Triple> tripleItems =
        new JdbcItems<>(database, pending, new TripleFormat(), writer, background);
    JdbcItems<EntityVector> entityItems =
        new JdbcItems<>(database, pending, new EntityVectorFormat(), writer, background);
    JdbcItems<ChunkVector> chunkItems =
        new JdbcItems<>(database, pending, new ChunkVectorFormat(), writer, background);
    this.triples = new JdbcTripleStore(tripleItems);
    this.contexts =
        new JdbcEntityContexts(
            new JdbcItems<EntityContext>(
                database, pending, new EntityContextFormat(), writer, background));
    this.chunks =
        new JdbcChunkStore(
            new JdbcItems<Chunk>(database, pending, new ChunkFormat(), writer, background));
    this.rows =
        new JdbcRowStore(
            new JdbcItems<StoredRow>(database, pending, new StoredRowFormat(), writer, background));
    this.graphEmbeddings = new JdbcGraphEmbeddings(entityItems, nearest(entityItems, search));
    this.documentEmbeddings =
        new JdbcDocumentEmbeddings(chunkItems, nearest(chunkItems, search), chunks);
    this.shelves = new Shelves(database);
    this.collections = new JdbcCollections(database, pending, shelves);
    this.cores = new JdbcCores(tripleItems, entityItems, shelves, background);
  }

  private static <T> NearestItems<T> nearest(
      JdbcItems<T> items, Function<VectorSource, VectorSearch> search) {
    JdbcVectorSource<T> source = new JdbcVectorSource<>(items);
    return new NearestItems<>(items, source, search.apply(source));
  }

  /** The triples. */
  public JdbcTripleStore triples() {
    return triples;
  }

  /** The embeddings of entities. */
  public JdbcGraphEmbeddings graphEmbeddings() {
    return graphEmbeddings;
  }

  /** The embeddings of pieces of documents. */
  public JdbcDocumentEmbeddings documentEmbeddings() {
    return documentEmbeddings;
  }

  /** What is told of entities. */
  public JdbcEntityContexts contexts() {
    return contexts;
  }

  /** The pieces of documents. */
  public JdbcChunkStore chunks() {
    return chunks;
  }

  /** The rows. */
  public JdbcRowStore rows() {
    return rows;
  }

  /** The collections. */
  public JdbcCollections collections() {
    return collections;
  }

  /** The cores. */
  public JdbcCores cores() {
    return cores;
  }

  /** Removes what is left of collections whose removal was cut short. */
  public void sweep() {
    shelves.sweep();
  }
}
