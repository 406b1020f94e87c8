package org.wenshu.client.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.gateway.call.Call;
import org.wenshu.client.gateway.call.CallTransport;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.Kept;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.call.Route;
import org.wenshu.client.gateway.call.Source;
import org.wenshu.client.gateway.call.StreamCall;
import org.wenshu.client.gateway.data.CorePart;

/** What is sent to manage knowledge cores (contract, section 1.7). */
final class KnowledgeCalls {
  private static final Route ROUTE = Route.global("knowledge");

  private KnowledgeCalls() {}

  static Call<List<String>> list(String user) {
    return call(
        GatewayJson.operation("list-kg-cores").put("user", user),
        answer -> GatewayJson.needList(answer, "ids", JsonNode::asText));
  }

  static Call<Void> delete(String id, String user) {
    return call(core("delete-kg-core", id, user), answer -> null);
  }

  static Call<Void> load(String id, String user, String flow, String collection) {
    ObjectNode body = core("load-kg-core", id, user).put("flow", flow);
    return call(body.put("collection", collection), answer -> null);
  }

  static Call<Void> unload(String id, String user, String flow) {
    return call(core("unload-kg-core", id, user).put("flow", flow), answer -> null);
  }

  static Call<Void> put(String id, String user, CorePart part) {
    return call(CoreJson.write(part, id, core("put-kg-core", id, user)), answer -> null);
  }

  /** The parts of a core; the last frame only says that it is the last. */
  static Source<CorePart> get(String id, String user, CallTransport transport) {
    StreamCall<CorePart> call =
        new StreamCall<>(
            ROUTE, core("get-kg-core", id, user), false, CoreJson::read, KnowledgeCalls::refuse);
    return new Kept<>(transport.open(call), part -> !part.isEmpty());
  }

  private static CorePart refuse(JsonNode onlyTheLast) {
    throw new ProtocolException("Over HTTP a core does not come in parts: use the socket", null);
  }

  private static ObjectNode core(String operation, String id, String user) {
    return GatewayJson.operation(operation).put("user", user).put("id", id);
  }

  private static <T> Call<T> call(ObjectNode body, ResponseReader<T> reader) {
    return new Call<>(ROUTE, body, false, reader);
  }
}
