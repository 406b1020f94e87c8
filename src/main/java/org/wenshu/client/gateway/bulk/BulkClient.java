package org.wenshu.client.gateway.bulk;

import org.wenshu.client.gateway.call.ItemStream;
import org.wenshu.client.gateway.data.ChunkEmbeddings;
import org.wenshu.client.gateway.data.EntityContext;
import org.wenshu.client.gateway.data.EntityEmbeddings;
import org.wenshu.client.gateway.data.ObjectRow;
import org.wenshu.client.gateway.data.Triple;
import org.wenshu.client.transport.Transport;

/**
 * Carries any number of items in constant memory. Each import and export has a socket of its own.
 * What a server says about single items is in the {@link ImportResult}; when the connection is lost
 * an import ends with {@link ImportBrokenException}. Exports are read as they are taken; who stops
 * early closes. Safe for many threads.
 */
public final class BulkClient {
  private final Transport transport;
  private final BulkImports imports;

  /** Imports to and exports from the server that the transport is configured for. */
  public BulkClient(Transport transport) {
    this.transport = transport;
    this.imports = new BulkImports(transport);
  }

  /** Imports items of any kind; the named methods do no more. */
  public <T> ImportResult importAll(
      BulkKind<T> kind, String flow, Items<T> items, ImportOptions options) {
    return imports.run(kind, flow, items, options);
  }

  /** Exports items of any kind; the named methods do no more. */
  public <T> ItemStream<T> exportAll(BulkKind<T> kind, String flow, ExportOptions options) {
    return ItemStream.over(new ExportSource<>(transport, kind, flow, options));
  }

  /** Imports statements of the graph. */
  public ImportResult importTriples(String flow, Items<Triple> items, ImportOptions options) {
    return importAll(BulkKind.TRIPLES, flow, items, options);
  }

  /** Exports statements of the graph. */
  public ItemStream<Triple> exportTriples(String flow, ExportOptions options) {
    return exportAll(BulkKind.TRIPLES, flow, options);
  }

  /** Imports vectors of entities. */
  public ImportResult importGraphEmbeddings(
      String flow, Items<EntityEmbeddings> items, ImportOptions options) {
    return importAll(BulkKind.GRAPH_EMBEDDINGS, flow, items, options);
  }

  /** Exports vectors of entities. */
  public ItemStream<EntityEmbeddings> exportGraphEmbeddings(String flow, ExportOptions options) {
    return exportAll(BulkKind.GRAPH_EMBEDDINGS, flow, options);
  }

  /** Imports vectors of pieces of documents. */
  public ImportResult importDocumentEmbeddings(
      String flow, Items<ChunkEmbeddings> items, ImportOptions options) {
    return importAll(BulkKind.DOCUMENT_EMBEDDINGS, flow, items, options);
  }

  /** Exports vectors of pieces of documents. */
  public ItemStream<ChunkEmbeddings> exportDocumentEmbeddings(String flow, ExportOptions options) {
    return exportAll(BulkKind.DOCUMENT_EMBEDDINGS, flow, options);
  }

  /** Imports what texts say about entities. */
  public ImportResult importEntityContexts(
      String flow, Items<EntityContext> items, ImportOptions options) {
    return importAll(BulkKind.ENTITY_CONTEXTS, flow, items, options);
  }

  /** Exports what texts say about entities. */
  public ItemStream<EntityContext> exportEntityContexts(String flow, ExportOptions options) {
    return exportAll(BulkKind.ENTITY_CONTEXTS, flow, options);
  }

  /** Imports rows of schemas. */
  public ImportResult importObjects(String flow, Items<ObjectRow> items, ImportOptions options) {
    return importAll(BulkKind.OBJECTS, flow, items, options);
  }
}
