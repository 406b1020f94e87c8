package org.wenshu.client.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletableFuture;
import org.wenshu.client.gateway.bulk.AsyncBulkClient;
import org.wenshu.client.gateway.bulk.BulkClient;
import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.gateway.call.Call;
import org.wenshu.client.gateway.call.Route;
import org.wenshu.client.gateway.rest.ByteTransport;
import org.wenshu.client.gateway.rest.RestTransport;
import org.wenshu.client.transport.Transport;

/**
 * The door to the gateway (contract, section 6.1). Nothing is connected before the first call.
 * HTTP, sockets and bulk transfer are kept apart, as the contract has them: {@link #flow} and its
 * kind go over HTTP, {@link #socket} over one shared socket, {@link #bulk} over a socket for each
 * transfer. Safe for many threads.
 */
public final class Gateway implements AutoCloseable {
  private final RestTransport rest;
  private final CoreTransfer files;
  private final SocketClient socket;
  private final AsyncSocketClient asyncSocket;
  private final BulkClient bulk;
  private final AsyncBulkClient asyncBulk;

  /** A door that stands on this transport, which it does not close. */
  public Gateway(Transport transport) {
    this.rest = new RestTransport(transport);
    this.files = new CoreTransfer(new ByteTransport(transport));
    this.socket = new SocketClient(transport);
    this.asyncSocket = new AsyncSocketClient(transport);
    this.bulk = new BulkClient(transport);
    this.asyncBulk = new AsyncBulkClient(transport);
  }

  /** Flows and blueprints; {@code flow().id("default")} gives the services of a flow. */
  public FlowApi flow() {
    return new FlowApi(rest);
  }

  /** The same without waiting. */
  public AsyncFlowApi asyncFlow() {
    return new AsyncFlowApi(rest);
  }

  /** Configuration. */
  public ConfigApi config() {
    return new ConfigApi(rest);
  }

  /** The same without waiting. */
  public AsyncConfigApi asyncConfig() {
    return new AsyncConfigApi(rest);
  }

  /** The library. */
  public LibraryApi library() {
    return new LibraryApi(rest);
  }

  /** The same without waiting. */
  public AsyncLibraryApi asyncLibrary() {
    return new AsyncLibraryApi(rest);
  }

  /** Knowledge cores. */
  public KnowledgeApi knowledge() {
    return new KnowledgeApi(rest);
  }

  /** The same without waiting. */
  public AsyncKnowledgeApi asyncKnowledge() {
    return new AsyncKnowledgeApi(rest);
  }

  /** Knowledge cores as files: as the server packs them, to be kept and brought back. */
  public CoreFiles cores() {
    return new CoreFiles(files);
  }

  /** The same without waiting. */
  public AsyncCoreFiles asyncCores() {
    return new AsyncCoreFiles(files);
  }

  /** Collections. */
  public CollectionApi collection() {
    return new CollectionApi(rest);
  }

  /** The same without waiting. */
  public AsyncCollectionApi asyncCollection() {
    return new AsyncCollectionApi(rest);
  }

  /** The shared socket. Always the same. */
  public SocketClient socket() {
    return socket;
  }

  /** The same without waiting, on a socket of its own. Always the same. */
  public AsyncSocketClient asyncSocket() {
    return asyncSocket;
  }

  /** Imports and exports. Always the same. */
  public BulkClient bulk() {
    return bulk;
  }

  /** The same without waiting. Always the same. */
  public AsyncBulkClient asyncBulk() {
    return asyncBulk;
  }

  /** Meters. */
  public Metrics metrics() {
    return new Metrics(rest);
  }

  /** The same without waiting. */
  public AsyncMetrics asyncMetrics() {
    return new AsyncMetrics(rest);
  }

  /**
   * Posts a body to {@code /api/v1/} and the path, for services that this library does not know.
   *
   * @return the answer, which is an object and no error
   */
  public JsonNode request(String path, ObjectNode body) {
    return Answers.await(rest.start(raw(path, body)));
  }

  /** The same without waiting. */
  public CompletableFuture<JsonNode> requestAsync(String path, ObjectNode body) {
    return rest.start(raw(path, body));
  }

  private static Call<JsonNode> raw(String path, ObjectNode body) {
    return new Call<>(Route.global(path), body.deepCopy(), false, answer -> answer);
  }

  /** Ends both shared sockets; what is under way on them fails. Idempotent. */
  @Override
  public void close() {
    socket.close();
    asyncSocket.close();
  }

  /** The same without waiting; done when the sockets were told. */
  public CompletableFuture<Void> closeAsync() {
    close();
    return CompletableFuture.completedFuture(null);
  }
}
