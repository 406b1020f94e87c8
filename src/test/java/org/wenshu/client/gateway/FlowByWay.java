package org.wenshu.client.gateway;

import java.util.List;
import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.gateway.call.ItemStream;
import org.wenshu.client.gateway.data.StreamingChunk;
import org.wenshu.client.gateway.request.ServiceRequest;
import org.wenshu.client.gateway.request.StreamableRequest;

/** A flow in one of the four variants, so that a test can say once what holds for all. */
record FlowByWay(Gateway gateway, String flow, Way way) {
  <T> T ask(ServiceRequest<T, ?> request) {
    return way.async ? Answers.await(async().request(request)) : waiting().request(request);
  }

  <C> List<C> stream(StreamableRequest<?, C, ?> request) {
    if (way.async) {
      return Collected.of(async().stream(request));
    }
    try (ItemStream<C> stream = waiting().stream(request)) {
      return stream.stream().toList();
    }
  }

  private FlowInstance waiting() {
    return way.socket ? gateway.socket().flow(flow) : gateway.flow().id(flow);
  }

  private AsyncFlowInstance async() {
    return way.socket ? gateway.asyncSocket().flow(flow) : gateway.asyncFlow().id(flow);
  }

  static String text(List<? extends StreamingChunk> chunks) {
    StringBuilder text = new StringBuilder();
    chunks.forEach(chunk -> text.append(chunk.content()));
    return text.toString();
  }
}
