package org.wenshu.client.gateway;

import java.time.Clock;
import java.util.List;
import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.gateway.call.CallTransport;
import org.wenshu.client.gateway.data.Document;
import org.wenshu.client.gateway.data.DocumentMetadata;
import org.wenshu.client.gateway.data.ProcessingMetadata;

/** Keeps documents and has them processed. Safe for many threads. */
public final class LibraryApi {
  private final CallTransport transport;
  private final LibraryCalls calls;

  LibraryApi(CallTransport transport) {
    this.transport = transport;
    this.calls = new LibraryCalls(Clock.systemUTC());
  }

  /** Adds a document, dated now. */
  public void addDocument(byte[] content, Document document) {
    Answers.await(transport.start(calls.add(content, document)));
  }

  /** The documents of a user. */
  public List<DocumentMetadata> getDocuments(String user) {
    return Answers.await(transport.start(LibraryCalls.list(user)));
  }

  /** A document. */
  public DocumentMetadata getDocument(String user, String id) {
    return Answers.await(transport.start(LibraryCalls.get(user, id)));
  }

  /** The content of a document. */
  public byte[] getDocumentContent(String user, String id) {
    return Answers.await(transport.start(LibraryCalls.content(user, id)));
  }

  /** Changes time, title, comments, metadata and tags of a document; the document as it is then. */
  public DocumentMetadata updateDocument(String user, String id, DocumentMetadata metadata) {
    return Answers.await(transport.start(LibraryCalls.update(user, id, metadata)));
  }

  /** Removes a document. */
  public void removeDocument(String user, String id) {
    Answers.await(transport.start(LibraryCalls.remove(user, id)));
  }

  /** Begins to process a document. */
  public void startProcessing(Processing processing) {
    Answers.await(transport.start(calls.startProcessing(processing)));
  }

  /** Ends the processing of a document. */
  public void stopProcessing(String id, String user) {
    Answers.await(transport.start(LibraryCalls.stopProcessing(id, user)));
  }

  /** What is being processed for a user. */
  public List<ProcessingMetadata> getProcessings(String user) {
    return Answers.await(transport.start(LibraryCalls.processings(user)));
  }
}
