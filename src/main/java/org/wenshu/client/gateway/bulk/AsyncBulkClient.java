package org.wenshu.client.gateway.bulk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Publisher;
import org.wenshu.client.gateway.call.SourcePublisher;
import org.wenshu.client.gateway.data.ChunkEmbeddings;
import org.wenshu.client.gateway.data.EntityContext;
import org.wenshu.client.gateway.data.EntityEmbeddings;
import org.wenshu.client.gateway.data.ObjectRow;
import org.wenshu.client.gateway.data.Triple;
import org.wenshu.client.transport.Transport;

/**
 * The twin of {@link BulkClient} that does not wait: the same methods, with futures and publishers.
 * A publisher takes one subscriber and opens its socket for it. Safe for many threads.
 */
public final class AsyncBulkClient {
  private final Transport transport;
  private final BulkImports imports;

  /** Imports to and exports from the server that the transport is configured for. */
  public AsyncBulkClient(Transport transport) {
    this.transport = transport;
    this.imports = new BulkImports(transport);
  }

  /** Imports items of any kind; the named methods do no more. */
  public <T> CompletableFuture<ImportResult> importAll(
      BulkKind<T> kind, String flow, Items<T> items, ImportOptions options) {
    return imports.start(kind, flow, items, options);
  }

  /** Exports items of any kind; the named methods do no more. */
  public <T> Publisher<T> exportAll(BulkKind<T> kind, String flow, ExportOptions options) {
    return new SourcePublisher<>(() -> new ExportSource<>(transport, kind, flow, options));
  }

  /** Imports statements of the graph. */
  public CompletableFuture<ImportResult> importTriples(
      String flow, Items<Triple> items, ImportOptions options) {
    return importAll(BulkKind.TRIPLES, flow, items, options);
  }

  /** Exports statements of the graph. */
  public Publisher<Triple> exportTriples(String flow, ExportOptions options) {
    return exportAll(BulkKind.TRIPLES, flow, options);
  }

  /** Imports vectors of entities. */
  public CompletableFuture<ImportResult> importGraphEmbeddings(
      String flow, Items<EntityEmbeddings> items, ImportOptions options) {
    return importAll(BulkKind.GRAPH_EMBEDDINGS, flow, items, options);
  }

  /** Exports vectors of entities. */
  public Publisher<EntityEmbeddings> exportGraphEmbeddings(String flow, ExportOptions options) {
    return exportAll(BulkKind.GRAPH_EMBEDDINGS, flow, options);
  }

  /** Imports vectors of pieces of documents. */
  public CompletableFuture<ImportResult> importDocumentEmbeddings(
      String flow, Items<ChunkEmbeddings> items, ImportOptions options) {
    return importAll(BulkKind.DOCUMENT_EMBEDDINGS, flow, items, options);
  }

  /** Exports vectors of pieces of documents. */
  public Publisher<ChunkEmbeddings> exportDocumentEmbeddings(String flow, ExportOptions options) {
    return exportAll(BulkKind.DOCUMENT_EMBEDDINGS, flow, options);
  }

  /** Imports what texts say about entities. */
  public CompletableFuture<ImportResult> importEntityContexts(
      String flow, Items<EntityContext> items, ImportOptions options) {
    return importAll(BulkKind.ENTITY_CONTEXTS, flow, items, options);
  }

  /** Exports what texts say about entities. */
  public Publisher<EntityContext> exportEntityContexts(String flow, ExportOptions options) {
    return exportAll(BulkKind.ENTITY_CONTEXTS, flow, options);
  }

  /** Imports rows of schemas. */
  public CompletableFuture<ImportResult> importObjects(
      String flow, Items<ObjectRow> items, ImportOptions options) {
    return importAll(BulkKind.OBJECTS, flow, items, options);
  }
}
