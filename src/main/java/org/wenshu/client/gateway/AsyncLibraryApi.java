package org.wenshu.client.gateway;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.wenshu.client.gateway.call.CallTransport;
import org.wenshu.client.gateway.data.Document;
import org.wenshu.client.gateway.data.DocumentMetadata;
import org.wenshu.client.gateway.data.ProcessingMetadata;

/** The twin of {@link LibraryApi} that does not wait. Safe for many threads. */
public final class AsyncLibraryApi {
  private final CallTransport transport;
  private final LibraryCalls calls;

  AsyncLibraryApi(CallTransport transport) {
    this.transport = transport;
    this.calls = new LibraryCalls(Clock.systemUTC());
  }

  /** Adds a document, dated now. */
  public CompletableFuture<Void> addDocument(byte[] content, Document document) {
    return transport.start(calls.add(content, document));
  }

  /** The documents of a user. */
  public CompletableFuture<List<DocumentMetadata>> getDocuments(String user) {
    return transport.start(LibraryCalls.list(user));
  }

  /** A document. */
  public CompletableFuture<DocumentMetadata> getDocument(String user, String id) {
    return transport.start(LibraryCalls.get(user, id));
  }

  /** The content of a document. */
  public CompletableFuture<byte[]> getDocumentContent(String user, String id) {
    return transport.start(LibraryCalls.content(user, id));
  }

  /** Changes time, title, comments, metadata and tags of a document; the document as it is then. */
  public CompletableFuture<DocumentMetadata> updateDocument(
      String user, String id, DocumentMetadata metadata) {
    return transport.start(LibraryCalls.update(user, id, metadata));
  }

  /** Removes a document. */
  public CompletableFuture<Void> removeDocument(String user, String id) {
    return transport.start(LibraryCalls.remove(user, id));
  }

  /** Begins to process a document. */
  public CompletableFuture<Void> startProcessing(Processing processing) {
    return transport.start(calls.startProcessing(processing));
  }

  /** Ends the processing of a document. */
  public CompletableFuture<Void> stopProcessing(String id, String user) {
    return transport.start(LibraryCalls.stopProcessing(id, user));
  }

  /** What is being processed for a user. */
  public CompletableFuture<List<ProcessingMetadata>> getProcessings(String user) {
    return transport.start(LibraryCalls.processings(user));
  }
}
