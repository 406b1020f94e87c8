package org.wenshu.client.gateway.socket;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.call.Source;

/**
 * The chunks of an answer. The request is sent when the first is asked for. Who stops early has the
 * rest dropped and the server told.
 */
final class ChunkSource<C> implements Source<C> {
  private final Exchange exchange;
  private final Supplier<CompletableFuture<Void>> opener;
  private final ResponseReader<C> reader;
  private CompletableFuture<Void> opened;

  ChunkSource(
      Exchange exchange, Supplier<CompletableFuture<Void>> opener, ResponseReader<C> reader) {
    this.exchange = exchange;
    this.opener = opener;
    this.reader = reader;
  }

  @Override
  public CompletableFuture<List<C>> next() {
    return opened().thenCompose(sent -> exchange.next()).thenApply(this::read);
  }

  private synchronized CompletableFuture<Void> opened() {
    if (opened == null) {
      opened = opener.get();
    }
    return opened;
  }

  private List<C> read(List<JsonNode> frames) {
    try {
      return frames.stream().map(reader::read).toList();
    } catch (ProtocolException e) {
      exchange.fail(e, Exchange.Ending.ABANDONED);
      throw e;
    }
  }

  @Override
  public void cancel() {
    SocketTransport.abandon(exchange);
  }
}
