package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.call.Route;
import org.wenshu.client.gateway.call.StreamCall;

/**
 * A request to a service that can answer in chunks.
 *
 * @param <T> the answer at once
 * @param <C> a chunk of it
 * @param <R> the request itself
 */
public abstract class StreamableRequest<T, C, R extends StreamableRequest<T, C, R>>
    extends ServiceRequest<T, R> {
  StreamableRequest(ObjectNode body) {
    super(body);
  }

  abstract ResponseReader<C> chunkReader();

  /** The whole answer as the only chunk. */
  abstract C whole(T answer);

  @Override
  final boolean streamable() {
    return true;
  }

  /** The call of a flow that sends this and takes the answer in chunks. */
  public final StreamCall<C> streamOn(String flow) {
    ResponseReader<T> reader = reader();
    return new StreamCall<>(
        Route.of(flow, service()),
        shared(),
        true,
        chunkReader(),
        response -> whole(reader.read(response)));
  }
}
