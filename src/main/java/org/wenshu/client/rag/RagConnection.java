package org.wenshu.client.rag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.wenshu.client.ClientBusyException;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.WenshuException;
import org.wenshu.client.json.Json;
import org.wenshu.client.transport.Failures;
import org.wenshu.client.transport.SocketClosed;
import org.wenshu.client.transport.SocketListener;
import org.wenshu.client.transport.TextSocket;

/**
 * One socket and the requests on it. Up to {@link #MOST_IN_FLIGHT} are with the server, which takes
 * no more; others wait their turn here. Answers are matched by id, in whatever order they come.
 */
final class RagConnection implements SocketListener {
  static final String AUTHENTICATE = "auth.authenticate";

  /** Ten at work and twenty in the server's queue (contract, section 1.6). */
  static final int MOST_IN_FLIGHT = 30;

  private static final int MOST_WAITING = 1024;
  private static final Set<String> RENEWABLE = Set.of("token_expired", "not_authenticated");

  private final Function<RagConnection, CompletableFuture<?>> authentication;
  private final NoticeBoard notices;
  private final Map<String, RagRequest> inFlight = new ConcurrentHashMap<>();
  private final Queue<RagRequest> waiting = new ArrayDeque<>();
  private volatile TextSocket socket;
  private WenshuException ended;
  private int taken;
  private CompletableFuture<?> renewal;

  RagConnection(Function<RagConnection, CompletableFuture<?>> authentication, NoticeBoard notices) {
    this.authentication = authentication;
    this.notices = notices;
  }

  /** Reading never stops: answers must be matched whoever waits for which. */
  void opened(TextSocket own) {
    socket = own;
    own.request(Long.MAX_VALUE);
  }

  boolean isOpen() {
    return socket.isOpen();
  }

  void close(String reason) {
    socket.close(1000, reason);
  }

  /** Sends it as soon as there is room for it; its result is completed in any case. */
  void send(RagRequest request) {
    var unused = request.result().whenComplete((result, failure) -> forget(request, failure));
    boolean now;
    synchronized (this) {
      now = ended == null && taken < MOST_IN_FLIGHT;
      if (now) {
        taken++;
      } else if (ended == null && waiting.size() < MOST_WAITING) {
        waiting.add(request);
        return;
      }
    }
    if (now) {
      transmit(request);
    } else {
      request.result().completeExceptionally(refusal());
    }
  }

  private synchronized WenshuException refusal() {
    return ended == null
        ? new ClientBusyException("More than " + MOST_WAITING + " requests wait to be sent")
        : ended;
  }

  private void transmit(RagRequest request) {
    inFlight.put(request.id(), request);
    if (request.result().isDone()) {
      forget(request, null);
      return;
    }
    var unused =
        socket
            .send(request.text())
            .whenComplete(
                (sent, refused) -> {
                  if (refused != null) {
                    request
                        .result()
                        .completeExceptionally(Failures.of("The request was not sent", refused));
                  }
                });
  }

  /** Makes room. Giving up on the only request ends the connection, and so the server's work. */
  private void forget(RagRequest request, Throwable failure) {
    RagRequest next;
    boolean alone;
    synchronized (this) {
      if (!inFlight.remove(request.id(), request)) {
        waiting.remove(request);
        return;
      }
      next = waiting.poll();
      taken -= next == null ? 1 : 0;
      alone = inFlight.isEmpty() && next == null;
    }
    if (next != null) {
      transmit(next);
    } else if (alone && failure instanceof CancellationException) {
      close("cancelled");
    }
  }

  @Override
  public void onText(TextSocket from, String text) {
    Optional<ObjectNode> message = Json.object(text);
    if (message.isEmpty()) {
      end(new ProtocolException("The server sent something that is no JSON object", null));
      from.close(1002, "no JSON object");
      return;
    }
    if (message.get().path("type").asText().equals("notification")) {
      notified(message.get());
    } else {
      RagRequest request = inFlight.get(message.get().path("id").asText());
      if (request != null) {
        answered(request, message.get());
      }
    }
  }

  private void notified(ObjectNode message) {
    String method = message.path("method").asText();
    if (method.equals("query.progress")) {
      RagRequest request = inFlight.get(message.path("params").path("query_id").asText());
      if (request != null) {
        request.progressed(message.path("params"));
      }
    }
    if (message.path("params") instanceof ObjectNode params) {
      notices.post(new RagNotice(method, Json.map(params)));
    }
  }

  private void answered(RagRequest request, ObjectNode message) {
    if (message.path("error") instanceof ObjectNode error) {
      failed(request, RagException.of(error));
    } else if (message.path("result") instanceof ObjectNode result) {
      forget(request, null);
      request.result().complete(result);
    } else {
      request
          .result()
          .completeExceptionally(
              new ProtocolException("An answer has neither a result nor an error", null));
    }
  }

  /**
   * A token that ran out is renewed and the request sent again: the server has refused to touch it,
   * so nothing is done twice.
   */
  private void failed(RagRequest request, RagException failure) {
    boolean renewable = failure.number() == -31000 && RENEWABLE.contains(reason(failure));
    if (!renewable || !request.mayAuthenticateAnew()) {
      forget(request, null);
      request.result().completeExceptionally(failure);
      return;
    }
    var unused =
        renewed()
            .whenComplete(
                (done, refused) -> {
                  if (refused == null) {
                    transmit(request);
                  } else {
                    request.result().completeExceptionally(Failures.unwrapped(refused));
                  }
                });
  }

  private static String reason(RagException failure) {
    return failure.reason().orElse("");
  }

  /** One renewal serves all requests that were refused meanwhile. */
  private synchronized CompletableFuture<?> renewed() {
    if (renewal == null || renewal.isDone()) {
      renewal = authentication.apply(this);
    }
    return renewal;
  }

  @Override
  public void onClosed(TextSocket from, SocketClosed how) {
    end(how.asException());
  }

  private void end(WenshuException reason) {
    List<RagRequest> left;
    synchronized (this) {
      ended = ended == null ? reason : ended;
      left = new ArrayList<>(waiting);
      waiting.clear();
    }
    left.addAll(inFlight.values());
    left.forEach(request -> request.result().completeExceptionally(reason));
  }
}
