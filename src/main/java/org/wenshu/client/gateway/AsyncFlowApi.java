package org.wenshu.client.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.wenshu.client.gateway.call.CallTransport;
import org.wenshu.client.gateway.data.FlowDefinition;

/** The twin of {@link FlowApi} that does not wait. Safe for many threads. */
public final class AsyncFlowApi {
  private final CallTransport transport;

  AsyncFlowApi(CallTransport transport) {
    this.transport = transport;
  }

  /** The ids of the flows that run. */
  public CompletableFuture<List<String>> list() {
    return transport.start(FlowCalls.list());
  }

  /** A flow that runs. */
  public CompletableFuture<FlowDefinition> get(String id) {
    return transport.start(FlowCalls.get(id));
  }

  /** Starts a flow of a blueprint. */
  public CompletableFuture<Void> start(String blueprint, String id, String description) {
    return transport.start(FlowCalls.start(blueprint, id, description, Map.of()));
  }

  /** Starts a flow of a blueprint with parameters. */
  public CompletableFuture<Void> start(
      String blueprint, String id, String description, Map<String, String> parameters) {
    return transport.start(FlowCalls.start(blueprint, id, description, parameters));
  }

  /** Stops a flow. */
  public CompletableFuture<Void> stop(String id) {
    return transport.start(FlowCalls.stop(id));
  }

  /** The names of the blueprints. */
  public CompletableFuture<List<String>> listBlueprints() {
    return transport.start(FlowCalls.listBlueprints());
  }

  /** A blueprint, as it was stored. */
  public CompletableFuture<JsonNode> getBlueprint(String name) {
    return transport.start(FlowCalls.getBlueprint(name));
  }

  /** Stores a blueprint. */
  public CompletableFuture<Void> putBlueprint(String name, JsonNode definition) {
    return transport.start(FlowCalls.putBlueprint(name, definition));
  }

  /** Deletes a blueprint. */
  public CompletableFuture<Void> deleteBlueprint(String name) {
    return transport.start(FlowCalls.deleteBlueprint(name));
  }

  /** The services of this flow. */
  public AsyncFlowInstance id(String flow) {
    return new AsyncFlowInstance(transport, flow);
  }
}
