package org.wenshu.client.gateway.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.wenshu.client.ClientConfig;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.gateway.call.Call;
import org.wenshu.client.gateway.call.CallTransport;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.Route;
import org.wenshu.client.gateway.call.Source;
import org.wenshu.client.gateway.call.StreamCall;
import org.wenshu.client.gateway.socket.Exchange.Ending;
import org.wenshu.client.json.Json;
import org.wenshu.client.transport.Transport;

/**
 * Calls over one socket, which is opened with the first of them, and again when it was lost. Up to
 * {@link #MOST_REQUESTS} are under way at once; more wait for a place. Requests that were sent are
 * never sent again. Safe for many threads.
 */
public final class SocketTransport implements CallTransport, AutoCloseable {
  /** So many requests of a connection the gateway works on at once (contract, section 3.3). */
  public static final int MOST_REQUESTS = 15;

  private final ClientConfig config;
  private final Executor threads;
  private final IssuedIds ids = new IssuedIds();
  private final Slots slots;
  private final Connector connector;

  /** Calls of the server that the transport is configured for, answered on its threads. */
  public SocketTransport(Transport transport) {
    this.config = transport.config();
    this.threads = transport.executor();
    this.slots = new Slots(MOST_REQUESTS, config.timeouts().answer());
    this.connector = new Connector(transport, ids);
  }

  @Override
  public <T> CompletableFuture<T> start(Call<T> call) {
    ObjectNode request = call.streamable() ? switched(call.body(), false) : call.body();
    Exchange exchange = exchange(true);
    CompletableFuture<List<JsonNode>> answer =
        begin(exchange, call.route(), request).thenCompose(sent -> exchange.next());
    CompletableFuture<T> result = answer.thenApply(frames -> call.reader().read(only(frames)));
    Answers.whenDone(
        result,
        (done, failure) -> {
          if (result.isCancelled()) {
            abandon(exchange);
          }
        });
    return result;
  }

  @Override
  public <C> Source<C> open(StreamCall<C> call) {
    Exchange exchange = exchange(false);
    ObjectNode request = call.switched() ? switched(call.body(), true) : call.body();
    return new ChunkSource<>(exchange, () -> begin(exchange, call.route(), request), call.chunk());
  }

  private Exchange exchange(boolean single) {
    return new Exchange(ids.next(), single, config.timeouts().answer(), threads);
  }

  static void abandon(Exchange exchange) {
    exchange.fail(new IllegalStateException("The stream is closed"), Ending.ABANDONED);
  }

  /** Done once the request was given to a connection, or has failed; then its time runs. */
  private CompletableFuture<Void> begin(Exchange exchange, Route route, ObjectNode request) {
    String text = envelope(exchange.id(), route, request);
    return slots
        .acquire()
        .thenCompose(
            place -> {
              Answers.whenDone(exchange.over(), (how, none) -> slots.release());
              return handOver(exchange, text, false);
            });
  }

  private CompletableFuture<Void> handOver(Exchange exchange, String text, boolean lastChance) {
    if (exchange.over().isDone()) {
      return CompletableFuture.completedFuture(null);
    }
    return connector
        .connection()
        .handle(
            (connection, failure) -> {
              if (failure != null) {
                exchange.fail(Answers.cause(failure), Ending.LOST);
              } else if (!exchange.over().isDone()) {
                connection.send(exchange, text, lastChance, () -> again(exchange, text));
              }
              return null;
            });
  }

  /** The connection was gone before it took anything of the request, so another one may. */
  private void again(Exchange exchange, String text) {
    Answers.whenDone(handOver(exchange, text, true), (given, failure) -> {});
  }

  private static ObjectNode switched(ObjectNode body, boolean streaming) {
    return body.deepCopy().put("streaming", streaming);
  }

  private static String envelope(String id, Route route, ObjectNode request) {
    ObjectNode envelope = Json.object().put("id", id).put("service", route.service());
    route.flow().ifPresent(flow -> envelope.put("flow", flow));
    envelope.set("request", request);
    return GatewayJson.write(envelope);
  }

  private static JsonNode only(List<JsonNode> frames) {
    if (frames.isEmpty()) {
      throw new ProtocolException("The answer ended before it began", null);
    }
    return frames.get(frames.size() - 1);
  }

  /** Ends the connection; what is under way fails. Idempotent. */
  @Override
  public void close() {
    connector.close();
  }
}
