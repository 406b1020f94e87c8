package org.wenshu.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.net.URI;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.wenshu.error.WenshuException;

/**
 * The library's way to the network: streams on the thread that calls, which waits for the answer
 * anyway, so that a piece passes no further queue and a deadline or a cancellation ends the call
 * wherever it stands. The library hands no parameter of a call through; therefore the thread
 * carries it while the call lasts.
 */
final class CallingThreadClient implements HttpClient {
  private static final Logger LOG = Logger.getLogger(CallingThreadClient.class.getName());
  private static final String LAST_EVENT = "[DONE]";
  private static final String ERROR_EVENT = "{\"error\"";

  private static final ThreadLocal<ChatCall> CALL_OF_THREAD = new ThreadLocal<>();

  private final ModelClient client;

  CallingThreadClient(ModelClient client) {
    this.client = client;
  }

  /** Does the work with this call as the one that the thread is about. */
  void within(ChatCall call, Runnable work) {
    CALL_OF_THREAD.set(call);
    try {
      work.run();
    } finally {
      CALL_OF_THREAD.remove();
    }
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    ChatCall call = CALL_OF_THREAD.get();
    try (ModelExchange exchange =
        client.send(converted(request), call.deadline(), call.cancellation())) {
      requireStream(exchange);
      relayEvents(exchange, call, listener);
      listener.onClose();
    } catch (IOException e) {
      throw ModelFailures.cut(e);
    }
  }

  private static void relayEvents(
      ModelExchange exchange, ChatCall call, ServerSentEventListener listener) throws IOException {
    EventReader events = new EventReader(exchange);
    boolean any = false;
    for (String data = events.next(); data != null; data = events.next()) {
      any = true;
      if (data.equals(LAST_EVENT)) {
        call.end();
        exchange.finish();
        return;
      }
      if (data.startsWith(ERROR_EVENT)) {
        throw ModelFailures.reported(data);
      }
      listener.onEvent(new ServerSentEvent(null, data));
      call.relay();
    }
    if (!any) {
      throw ModelFailures.notAStream(null);
    }
  }

  private static void requireStream(ModelExchange exchange) {
    int status = exchange.status();
    String type = exchange.contentType();
    boolean ok = status >= 200 && status < 300;
    if (ok && !type.startsWith("text/html") && !type.startsWith("application/json")) {
      return;
    }
    WenshuException failure = ok ? ModelFailures.notAStream(null) : ModelFailures.ofStatus(status);
    String excerpt = exchange.excerpt();
    LOG.log(
        Level.WARNING,
        "The language model answered HTTP {0}, {1}: {2}",
        new Object[] {status, type, excerpt});
    throw failure;
  }

  private static HttpPost converted(HttpRequest request) {
    HttpPost post = ModelClient.post(URI.create(request.url()), request.body());
    request.headers().forEach((name, values) -> values.forEach(v -> post.addHeader(name, v)));
    return post;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    throw new UnsupportedOperationException("Answers are always streamed");
  }
}
