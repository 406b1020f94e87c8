package org.wenshu.client.rag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.wenshu.client.ClientConfig;
import org.wenshu.client.json.Json;
import org.wenshu.client.transport.Attempts;
import org.wenshu.client.transport.Failures;
import org.wenshu.client.transport.Transport;

/**
 * The connection that is up, or on its way. When it is lost the next request brings up another, one
 * attempt at a time however many ask, with the waits of the policy between attempts; each new one
 * negotiates and authenticates before anything else is sent on it.
 */
final class RagLink {
  private static final String PATH = "/mcp";
  private static final String VERSION = "1.0.0";

  private final Transport transport;
  private final NoticeBoard notices;
  private final AtomicLong ids = new AtomicLong();
  private volatile Identity identity = Identity.NOBODY;
  private CompletableFuture<RagConnection> current;

  RagLink(Transport transport, NoticeBoard notices) {
    this.transport = transport;
    this.notices = notices;
  }

  /** Sends it on the connection that is up, bringing one up first where there is none. */
  CompletableFuture<ObjectNode> call(RagCall call, Duration limit, Consumer<Progress> progress) {
    RagRequest request = request(call, limit, progress);
    var unused =
        connection()
            .whenComplete(
                (connection, failure) -> {
                  if (failure == null) {
                    connection.send(request);
                  } else {
                    request.result().completeExceptionally(Failures.unwrapped(failure));
                  }
                });
    return request.result();
  }

  /** Who the server took us for when it was last asked. */
  Identity identity() {
    return identity;
  }

  Duration answerTimeout() {
    return transport.config().timeouts().answer();
  }

  /** A connection that has negotiated and authenticated. */
  CompletableFuture<RagConnection> connection() {
    CompletableFuture<RagConnection> coming;
    synchronized (this) {
      if (current != null && usable(current)) {
        return current;
      }
      coming = new CompletableFuture<>();
      current = coming;
    }
    Attempts.begin(transport, this::open, coming);
    return coming;
  }

  private static boolean usable(CompletableFuture<RagConnection> connection) {
    return !connection.isDone()
        || (!connection.isCompletedExceptionally() && connection.join().isOpen());
  }

  private CompletableFuture<RagConnection> open() {
    ClientConfig config = transport.config();
    RagConnection connection = new RagConnection(this::authenticate, notices);
    return transport
        .connect(config.socket(PATH), Map.of(), connection)
        .thenCompose(
            socket -> {
              connection.opened(socket);
              return negotiate(connection)
                  .thenCompose(agreed -> authenticate(connection))
                  .whenComplete(
                      (done, failure) -> {
                        if (failure != null) {
                          connection.close("handshake failed");
                        }
                      });
            })
        .thenApply(done -> connection);
  }

  private CompletableFuture<ObjectNode> negotiate(RagConnection connection) {
    ObjectNode params = Json.object();
    params.putArray("versions").add(VERSION);
    return callOn(connection, new RagCall("protocol.negotiate", params));
  }

  /** Shows the token of the moment; the source may block, so not on the caller's thread. */
  private CompletableFuture<Void> authenticate(RagConnection connection) {
    return CompletableFuture.supplyAsync(
            () -> transport.config().token().token(), transport.executor())
        .thenCompose(
            token ->
                token.isEmpty()
                    ? CompletableFuture.completedFuture(null)
                    : callOn(
                            connection,
                            new RagCall(
                                RagConnection.AUTHENTICATE,
                                Json.object().put("token", token.get())))
                        .thenAccept(result -> identity = Identity.of(result)));
  }

  private CompletableFuture<ObjectNode> callOn(RagConnection connection, RagCall call) {
    RagRequest request = request(call, answerTimeout(), progress -> {});
    connection.send(request);
    return request.result();
  }

  private RagRequest request(RagCall call, Duration limit, Consumer<Progress> progress) {
    return new RagRequest(
        "req-" + ids.incrementAndGet(), call, limit, progress, transport.watchdogs());
  }
}
