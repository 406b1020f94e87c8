package org.wenshu.client.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.gateway.call.CallTransport;
import org.wenshu.client.gateway.data.FlowDefinition;

/**
 * Starts, stops and shows flows, and the blueprints that they are made of. Safe for many threads.
 */
public final class FlowApi {
  private final CallTransport transport;

  FlowApi(CallTransport transport) {
    this.transport = transport;
  }

  /** The ids of the flows that run. */
  public List<String> list() {
    return Answers.await(transport.start(FlowCalls.list()));
  }

  /** A flow that runs. */
  public FlowDefinition get(String id) {
    return Answers.await(transport.start(FlowCalls.get(id)));
  }

  /** Starts a flow of a blueprint. */
  public void start(String blueprint, String id, String description) {
    Answers.await(transport.start(FlowCalls.start(blueprint, id, description, Map.of())));
  }

  /** Starts a flow of a blueprint with parameters. */
  public void start(
      String blueprint, String id, String description, Map<String, String> parameters) {
    Answers.await(transport.start(FlowCalls.start(blueprint, id, description, parameters)));
  }

  /** Stops a flow. */
  public void stop(String id) {
    Answers.await(transport.start(FlowCalls.stop(id)));
  }

  /** The names of the blueprints. */
  public List<String> listBlueprints() {
    return Answers.await(transport.start(FlowCalls.listBlueprints()));
  }

  /** A blueprint, as it was stored. */
  public JsonNode getBlueprint(String name) {
    return Answers.await(transport.start(FlowCalls.getBlueprint(name)));
  }

  /** Stores a blueprint. */
  public void putBlueprint(String name, JsonNode definition) {
    Answers.await(transport.start(FlowCalls.putBlueprint(name, definition)));
  }

  /** Deletes a blueprint. */
  public void deleteBlueprint(String name) {
    Answers.await(transport.start(FlowCalls.deleteBlueprint(name)));
  }

  /** The services of this flow. */
  public FlowInstance id(String flow) {
    return new FlowInstance(transport, flow);
  }
}
