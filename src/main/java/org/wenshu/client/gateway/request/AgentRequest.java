package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.data.AgentAnswer;
import org.wenshu.client.gateway.data.AgentResult;
import org.wenshu.client.gateway.data.StreamingChunk;
import org.wenshu.client.json.Json;

/** A question for the agent, which thinks, uses tools and answers. */
public final class AgentRequest
    extends StreamableRequest<AgentResult, StreamingChunk, AgentRequest> {
  private AgentRequest(ObjectNode body) {
    super(body);
  }

  /** A question of the user {@code trustgraph}. */
  public static AgentRequest of(String question) {
    return new AgentRequest(Json.object().put("question", question).put("user", Defaults.USER));
  }

  /** The same for another user. */
  public AgentRequest user(String user) {
    return with("user", user);
  }

  /** The same about another collection; servers that know only one pass over it. */
  public AgentRequest collection(String collection) {
    return with("collection", collection);
  }

  /** The same with a state that tools begin with. */
  public AgentRequest state(Object state) {
    return with("state", GatewayJson.tree(state));
  }

  /** The same with tools of these groups only; {@code *} stands for all. */
  public AgentRequest group(List<String> groups) {
    return with("group", GatewayJson.texts(groups));
  }

  /** The same after these steps or messages: maps, records or trees. */
  public AgentRequest history(List<?> steps) {
    return with("history", GatewayJson.tree(steps));
  }

  @Override
  public String service() {
    return "agent";
  }

  @Override
  ResponseReader<AgentResult> reader() {
    return response -> new AgentResult(Readers.agentAnswer(response), response);
  }

  @Override
  AgentRequest copy(ObjectNode newBody) {
    return new AgentRequest(newBody);
  }

  @Override
  ResponseReader<StreamingChunk> chunkReader() {
    return Readers::agentChunk;
  }

  @Override
  StreamingChunk whole(AgentResult answer) {
    return new AgentAnswer(answer.answer(), true, true);
  }
}
