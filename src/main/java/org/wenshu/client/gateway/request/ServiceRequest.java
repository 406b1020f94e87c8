package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.wenshu.client.gateway.call.Call;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.call.Route;

/**
 * A request to a service of a flow. Immutable.
 *
 * @param <T> the answer
 * @param <R> the request itself
 */
public abstract class ServiceRequest<T, R extends ServiceRequest<T, R>> {
  private final ObjectNode body;

  /** A request with this body, which nobody changes any more. */
  ServiceRequest(ObjectNode body) {
    this.body = body;
  }

  /** The kind of service. */
  public abstract String service();

  /** How its answer is read. */
  abstract ResponseReader<T> reader();

  abstract R copy(ObjectNode newBody);

  /** Whether the service can answer in chunks. */
  boolean streamable() {
    return false;
  }

  final R with(String field, JsonNode value) {
    ObjectNode copy = body.deepCopy();
    copy.set(field, Objects.requireNonNull(value, field));
    return copy(copy);
  }

  final R with(String field, String value) {
    return with(field, GatewayJson.tree(Objects.requireNonNull(value, field)));
  }

  final R with(String field, int value) {
    return with(field, GatewayJson.tree(value));
  }

  /** The request as it is sent, without the switch for chunks. A copy. */
  public final ObjectNode body() {
    return body.deepCopy();
  }

  final ObjectNode shared() {
    return body;
  }

  /** The same request with a field that this library does not know. */
  public final R extra(String field, Object value) {
    return with(field, GatewayJson.tree(value));
  }

  /** The call of a flow that sends this. */
  public final Call<T> on(String flow) {
    return new Call<>(Route.of(flow, service()), body, streamable(), reader());
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof ServiceRequest<?, ?> that
        && that.service().equals(service())
        && that.body.equals(body);
  }

  @Override
  public final int hashCode() {
    return 31 * service().hashCode() + body.hashCode();
  }

  /** The service and the names of the fields; their values may be secrets of the caller. */
  @Override
  public final String toString() {
    StringBuilder names = new StringBuilder(service()).append('[');
    body.fieldNames().forEachRemaining(name -> names.append(name).append(' '));
    return names.toString().trim() + "]";
  }
}
