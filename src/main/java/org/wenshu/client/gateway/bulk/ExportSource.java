package org.wenshu.client.gateway.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.RequestTimeoutException;
import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.Source;
import org.wenshu.client.transport.SocketClosed;
import org.wenshu.client.transport.SocketListener;
import org.wenshu.client.transport.TextSocket;
import org.wenshu.client.transport.Transport;

/**
 * An export, read as it is asked for: a frame is held here and one by the socket, then the server
 * has to wait. Only a socket that is closed with 1000 has given everything.
 */
final class ExportSource<T> implements Source<T>, SocketListener {
  private static final int COMPLETE = 1000;
  private static final int AHEAD = 2;

  private final Transport transport;
  private final BulkKind<T> kind;
  private final String flow;
  private final ExportOptions options;
  private final Duration patience;
  private final Queue<List<T>> arrived = new ArrayDeque<>();
  private CompletableFuture<TextSocket> socket;
  private CompletableFuture<List<T>> taker;
  private Throwable failure;
  private boolean complete;

  ExportSource(Transport transport, BulkKind<T> kind, String flow, ExportOptions options) {
    this.transport = transport;
    this.kind = kind;
    this.flow = flow;
    this.options = options;
    this.patience = transport.config().timeouts().answer();
  }

  @Override
  public CompletableFuture<List<T>> next() {
    return opened().thenCompose(this::take);
  }

  private synchronized CompletableFuture<TextSocket> opened() {
    if (socket == null) {
      BulkAddress address = new BulkAddress(transport.config(), flow);
      socket =
          Answers.supply(() -> address.exportOf(kind, options), transport.executor())
              .thenCompose(at -> transport.connect(at, Map.of(), List.of(), this));
      Answers.whenDone(socket, ExportSource::begin);
    }
    return socket;
  }

  private static void begin(TextSocket open, Throwable failure) {
    if (failure == null) {
      open.request(AHEAD);
    }
  }

  private CompletableFuture<List<T>> take(TextSocket open) {
    List<T> items;
    synchronized (this) {
      items = arrived.poll();
      if (items == null && failure != null) {
        return CompletableFuture.failedFuture(failure);
      } else if (items == null && !complete) {
        taker = new CompletableFuture<>();
        return timed(taker);
      }
    }
    if (items == null) {
      return CompletableFuture.completedFuture(List.of());
    }
    open.request(1);
    return CompletableFuture.completedFuture(items);
  }

  private CompletableFuture<List<T>> timed(CompletableFuture<List<T>> waiter) {
    return waiter
        .copy()
        .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
        .exceptionallyCompose(
            late -> {
              Throwable why =
                  late instanceof TimeoutException
                      ? new RequestTimeoutException("part of the export", patience)
                      : late;
              fail(why);
              return CompletableFuture.failedFuture(why);
            });
  }

  @Override
  public void onText(TextSocket from, String text) {
    List<T> items;
    try {
      items = read(text);
    } catch (ProtocolException e) {
      fail(e);
      return;
    }
    if (items.isEmpty()) {
      from.request(1);
      return;
    }
    CompletableFuture<List<T>> waiter;
    synchronized (this) {
      waiter = taker;
      taker = null;
      if (waiter == null) {
        arrived.add(items);
      }
    }
    if (waiter != null) {
      from.request(1);
      waiter.complete(items);
    }
  }

  private List<T> read(String text) {
    JsonNode frame = GatewayJson.parse(text, "A frame");
    ItemFormat<T> format = kind.format();
    return frame.has(format.list())
        ? GatewayJson.needList(frame, format.list(), format::read)
        : List.of(format.readFlat(frame));
  }

  @Override
  public void onClosed(TextSocket from, SocketClosed end) {
    CompletableFuture<List<T>> waiter;
    synchronized (this) {
      complete = end.code() == COMPLETE;
      if (!complete && failure == null) {
        failure = end.asException();
      }
      waiter = taker;
      taker = null;
    }
    if (waiter != null && complete) {
      waiter.complete(List.of());
    } else if (waiter != null) {
      waiter.completeExceptionally(failure);
    }
  }

  private void fail(Throwable why) {
    CompletableFuture<List<T>> waiter;
    synchronized (this) {
      failure = failure == null ? why : failure;
      waiter = taker;
      taker = null;
    }
    if (waiter != null) {
      waiter.completeExceptionally(why);
    }
    cancel();
  }

  @Override
  public void cancel() {
    CompletableFuture<TextSocket> open;
    synchronized (this) {
      if (failure == null && !complete) {
        failure = new IllegalStateException("The export is closed");
      }
      if (socket == null) {
        socket = CompletableFuture.failedFuture(failure);
      }
      open = socket;
    }
    Answers.whenDone(
        open,
        (known, none) -> {
          if (known != null) {
            known.close();
          }
        });
  }
}
