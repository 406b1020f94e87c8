package org.wenshu.client.gateway.bulk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wenshu.client.RequestTimeoutException;
import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.transport.SocketClosed;
import org.wenshu.client.transport.TextSocket;

/**
 * An import under way. At most two frames are on their way to the network, so that a slow server
 * holds up whoever gives the items. For one thread at a time.
 */
final class ImportSession<T> {
  private static final CompletableFuture<Void> READY = CompletableFuture.completedFuture(null);
  private static final String END = "{\"type\":\"end\"}";

  private final TextSocket socket;
  private final ImportReports reports;
  private final FrameWriter<T> frames;
  private final ImportOptions options;
  private final Duration patience;
  private final boolean told;
  private CompletableFuture<Void> lastSent = READY;
  private long sent;

  ImportSession(
      TextSocket socket,
      ImportReports reports,
      FrameWriter<T> frames,
      ImportOptions options,
      Duration patience) {
    this.socket = socket;
    this.reports = reports;
    this.frames = frames;
    this.options = options;
    this.patience = patience;
    this.told = socket.subprotocol().equals(ImportReports.PROTOCOL);
  }

  /** Adds an item; the future is done when another one may come. */
  CompletableFuture<Void> add(T item) {
    int before = frames.count();
    Optional<String> other = frames.add(item);
    CompletableFuture<Void> ready = other.isPresent() ? send(other.get(), before) : READY;
    if (frames.isFull()) {
      CompletableFuture<Void> full = flush();
      return other.isPresent() ? ready.thenCombine(full, (one, two) -> null) : full;
    }
    return ready;
  }

  private CompletableFuture<Void> flush() {
    int items = frames.count();
    return frames.take().map(frame -> send(frame, items)).orElse(READY);
  }

  private CompletableFuture<Void> send(String frame, int items) {
    CompletableFuture<Void> before = lastSent;
    lastSent = socket.send(frame).toCompletableFuture();
    sent += items;
    reports.sent(sent);
    if (!told) {
      options.onProgress().accept(ImportProgress.sent(sent));
    }
    return before.isDone() && !before.isCompletedExceptionally() ? READY : settled(before);
  }

  private CompletableFuture<Void> settled(CompletableFuture<Void> sending) {
    return sending
        .copy()
        .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
        .exceptionallyCompose(late -> CompletableFuture.failedFuture(broken(late)));
  }

  private Throwable broken(Throwable failure) {
    Throwable cause = Answers.cause(failure);
    if (cause instanceof TimeoutException) {
      cause = new RequestTimeoutException("reading by the server", patience);
    }
    return new ImportBrokenException(reports.progress(), cause);
  }

  /** Sends what is left and ends; done when the server has said what became of it. */
  CompletableFuture<ImportResult> finish() {
    CompletableFuture<Void> flushed = flush();
    if (!told) {
      return flushed.thenCompose(done -> settled(lastSent)).thenCompose(done -> closed());
    }
    CompletableFuture<ImportResult> result =
        flushed
            .thenCompose(done -> socket.send(END))
            .thenCompose(done -> awaited())
            .exceptionallyCompose(late -> CompletableFuture.failedFuture(broken(late)));
    Answers.whenDone(result, (done, failure) -> socket.close());
    return result;
  }

  /** The server may take its time as long as it tells that it is at it. */
  private CompletableFuture<ImportResult> awaited() {
    return reports
        .result()
        .copy()
        .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
        .exceptionallyCompose(
            late ->
                late instanceof TimeoutException && reports.silentNanos() < patience.toNanos()
                    ? awaited()
                    : CompletableFuture.failedFuture(late));
  }

  /** Closing is the end mark where nobody tells; how the server takes leave does not matter. */
  private CompletableFuture<ImportResult> closed() {
    CompletableFuture<SocketClosed> end = socket.close(1000, "").toCompletableFuture();
    return end.handle((closed, failure) -> ImportResult.sent(sent));
  }

  /** Ends without waiting; what was sent is stored. */
  void abort() {
    socket.close();
  }
}
