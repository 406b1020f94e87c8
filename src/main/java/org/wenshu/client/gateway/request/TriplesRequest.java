package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.Graph;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.data.Triple;
import org.wenshu.client.gateway.data.Value;
import org.wenshu.client.json.Json;

/** Statements of the graph that fit a pattern. Parts that are not given fit everything. */
public final class TriplesRequest extends ServiceRequest<List<Triple>, TriplesRequest>
    implements CollectionRequest<TriplesRequest> {
  private TriplesRequest(ObjectNode body) {
    super(body);
  }

  /** All statements of the default collection, up to 10,000. */
  public static TriplesRequest all() {
    return new TriplesRequest(Json.object().put("limit", 10_000));
  }

  /** The same about this subject, an address. */
  public TriplesRequest subject(String address) {
    return with("s", Graph.write(Value.uri(address)));
  }

  /** The same with this predicate, an address. */
  public TriplesRequest predicate(String address) {
    return with("p", Graph.write(Value.uri(address)));
  }

  /** The same with this object. */
  public TriplesRequest object(Value object) {
    return with("o", Graph.write(object));
  }

  /**
   * The same with at most so many, up to 100,000. Over a socket fewer may come: what fits a frame.
   */
  public TriplesRequest limit(int most) {
    return with("limit", most);
  }

  @Override
  public String service() {
    return "triples";
  }

  @Override
  ResponseReader<List<Triple>> reader() {
    return response -> GatewayJson.needList(response, "response", Graph::triple);
  }

  @Override
  TriplesRequest copy(ObjectNode newBody) {
    return new TriplesRequest(newBody);
  }
}
