package org.wenshu.client.gateway.bulk;

import org.wenshu.client.gateway.data.ChunkEmbeddings;
import org.wenshu.client.gateway.data.EntityContext;
import org.wenshu.client.gateway.data.EntityEmbeddings;
import org.wenshu.client.gateway.data.ObjectRow;
import org.wenshu.client.gateway.data.Triple;

/**
 * What can be carried in bulk.
 *
 * @param <T> the kind of the items
 */
public final class BulkKind<T> {
  /** Statements of the graph. */
  public static final BulkKind<Triple> TRIPLES = new BulkKind<>("triples", new TripleFormat());

  /** Vectors of entities. */
  public static final BulkKind<EntityEmbeddings> GRAPH_EMBEDDINGS =
      new BulkKind<>("graph-embeddings", new EntityEmbeddingsFormat());

  /** Vectors of pieces of documents. */
  public static final BulkKind<ChunkEmbeddings> DOCUMENT_EMBEDDINGS =
      new BulkKind<>("document-embeddings", new ChunkEmbeddingsFormat());

  /** What texts say about entities. */
  public static final BulkKind<EntityContext> ENTITY_CONTEXTS =
      new BulkKind<>("entity-contexts", new EntityContextFormat());

  /** Rows of schemas; can be imported, not exported. */
  public static final BulkKind<ObjectRow> OBJECTS = new BulkKind<>("objects", new RowFormat());

  private final String path;
  private final ItemFormat<T> format;

  private BulkKind(String path, ItemFormat<T> format) {
    this.path = path;
    this.format = format;
  }

  /** How it is named in addresses. */
  public String path() {
    return path;
  }

  ItemFormat<T> format() {
    return format;
  }

  @Override
  public String toString() {
    return path;
  }
}
