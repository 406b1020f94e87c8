package org.wenshu.protocol.gateway.bulk;

import java.util.concurrent.ThreadFactory;
import org.wenshu.knowledge.BulkStore;
import org.wenshu.knowledge.PendingWrites;
import org.wenshu.knowledge.store.KnowledgeStores;
import org.wenshu.protocol.gateway.bulk.Exporting.FrameSink;

/** The parts that bulk sockets are made of. Thread-safe. */
public final class BulkServices implements AutoCloseable {
  private final BulkConfig config;
  private final KnowledgeStores stores;
  private final PendingWrites pending;
  private final BulkMetrics metrics;
  private final ThreadFactory threads;
  private final BulkSockets sockets;

  /** The parts, put together. */
  public BulkServices(
      BulkConfig config,
      KnowledgeStores stores,
      PendingWrites pending,
      BulkMetrics metrics,
      ThreadFactory threads) {
    this.config = config;
    this.stores = stores;
    this.pending = pending;
    this.metrics = metrics;
    this.threads = threads;
    this.sockets = new BulkSockets(config.maxSockets());
    metrics.watch(sockets);
  }

  BulkConfig config() {
    return config;
  }

  BulkMetrics metrics() {
    return metrics;
  }

  ThreadFactory threads() {
    return threads;
  }

  BulkSockets sockets() {
    return sockets;
  }

  /** An import of that kind, which does nothing until it is run. */
  Importing<?> importing(BulkKind kind, BulkTarget target, ImportReport report) {
    return switch (kind) {
      case TRIPLES ->
          importing(
              stores.triples(), new DraftReader<>("triples", TripleDraft::new), target, report);
      case GRAPH_EMBEDDINGS ->
          importing(
              stores.graphEmbeddings(),
              new DraftReader<>("entities", EntityVectorDraft::new),
              target,
              report);
      case DOCUMENT_EMBEDDINGS ->
          importing(
              stores.documentEmbeddings(),
              new DraftReader<>("chunks", ChunkVectorDraft::new),
              target,
              report);
      case ENTITY_CONTEXTS ->
          importing(
              stores.contexts(),
              new DraftReader<>("entities", EntityContextDraft::new),
              target,
              report);
      case OBJECTS -> importing(stores.rows(), new RowReader(), target, report);
    };
  }

  private <T> Importing<T> importing(
      BulkStore<T> store, FrameReader<T> reader, BulkTarget target, ImportReport report) {
    return new Importing<>(config, store, reader, target, pending, report);
  }

  /** Sends everything of that kind that the address asks for. */
  void export(BulkKind kind, BulkAddress address, FrameSink sink) {
    switch (kind) {
      case TRIPLES -> export(stores.triples(), new TripleJson(), address, sink);
      case GRAPH_EMBEDDINGS ->
          export(stores.graphEmbeddings(), new EntityVectorJson(), address, sink);
      case DOCUMENT_EMBEDDINGS ->
          export(stores.documentEmbeddings(), new ChunkVectorJson(), address, sink);
      case ENTITY_CONTEXTS -> export(stores.contexts(), new EntityContextJson(), address, sink);
      case OBJECTS -> throw new IllegalArgumentException("Rows are not exported");
    }
  }

  private static <T> void export(
      BulkStore<T> store, ItemJson<T> items, BulkAddress address, FrameSink sink) {
    ExportFrames<T> frames = new ExportFrames<>(items, ExportForm.of(address.form()), sink);
    store.each(address.scope(), frames::add);
    frames.end();
  }

  /** Stops: what was read is stored, then sockets are closed. */
  @Override
  public void close() {
    sockets.close(config.drain());
  }
}
