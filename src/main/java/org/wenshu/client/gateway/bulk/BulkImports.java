package org.wenshu.client.gateway.bulk;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.transport.Transport;

/** Runs imports: the one definition behind the clients that wait and those that do not. */
final class BulkImports {
  private final Transport transport;

  BulkImports(Transport transport) {
    this.transport = transport;
  }

  /** Runs it on this thread, unless the items come on their own. */
  <T> ImportResult run(BulkKind<T> kind, String flow, Items<T> items, ImportOptions options) {
    if (items instanceof PulledItems<T> pulled) {
      try {
        return pull(Answers.await(session(kind, flow, options)), pulled.iterator());
      } finally {
        pulled.closer().run();
      }
    }
    return Answers.await(start(kind, flow, items, options));
  }

  private static <T> ImportResult pull(ImportSession<T> session, Iterator<T> items) {
    boolean fine = false;
    try {
      while (items.hasNext()) {
        CompletableFuture<Void> ready = session.add(items.next());
        if (!ready.isDone() || ready.isCompletedExceptionally()) {
          Answers.await(ready);
        }
      }
      fine = true;
    } finally {
      if (!fine) {
        session.abort();
      }
    }
    return Answers.await(session.finish());
  }

  /** Runs it on threads of the client. */
  <T> CompletableFuture<ImportResult> start(
      BulkKind<T> kind, String flow, Items<T> items, ImportOptions options) {
    CompletableFuture<ImportResult> result =
        session(kind, flow, options).thenCompose(session -> feed(session, items, options));
    if (items instanceof PulledItems<T> pulled) {
      return result.whenComplete((done, failure) -> pulled.closer().run());
    }
    return result;
  }

  private <T> CompletableFuture<ImportResult> feed(
      ImportSession<T> session, Items<T> items, ImportOptions options) {
    if (items instanceof PulledItems<T> pulled) {
      return new ItemFeed<>(pulled.iterator(), session, transport.executor()).begin();
    }
    ItemSubscriber<T> subscriber = new ItemSubscriber<>(session, options.batchSize());
    ((PushedItems<T>) items).publisher().subscribe(subscriber);
    return subscriber.result();
  }

  private <T> CompletableFuture<ImportSession<T>> session(
      BulkKind<T> kind, String flow, ImportOptions options) {
    ImportReports reports = new ImportReports(options.onProgress());
    BulkAddress address = new BulkAddress(transport.config(), flow);
    return Answers.supply(() -> address.importOf(kind), transport.executor())
        .thenCompose(
            at -> transport.connect(at, Map.of(), List.of(ImportReports.PROTOCOL), reports))
        .thenApply(
            socket -> {
              socket.request(1);
              return new ImportSession<>(
                  socket,
                  reports,
                  new FrameWriter<>(kind.format(), options),
                  options,
                  transport.config().timeouts().answer());
            });
  }
}
