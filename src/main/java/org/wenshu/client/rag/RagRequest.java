package org.wenshu.client.rag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.wenshu.client.RequestTimeoutException;
import org.wenshu.client.json.Json;
import org.wenshu.client.transport.Watchdog;
import org.wenshu.client.transport.Watchdogs;

/** One request and its answer to come. Its time starts when it is made, and anew with progress. */
final class RagRequest {
  private final String id;
  private final String method;
  private final String text;
  private final Duration limit;
  private final Consumer<Progress> progress;
  private final Watchdog watchdog;
  private final CompletableFuture<ObjectNode> result = new CompletableFuture<>();
  private boolean authenticatedAnew;

  RagRequest(
      String id, RagCall call, Duration limit, Consumer<Progress> progress, Watchdogs watchdogs) {
    this.id = id;
    this.method = call.method();
    this.limit = limit;
    this.progress = progress;
    this.text = envelope(id, call).toString();
    this.watchdog = watchdogs.watchdog(this::timeOut);
    watchdog.watch(limit);
    var unused = result.whenComplete((done, failure) -> watchdog.stop());
  }

  private static ObjectNode envelope(String id, RagCall call) {
    ObjectNode envelope = Json.object();
    envelope.put("type", "request").put("id", id).put("method", call.method());
    envelope.set("params", call.params());
    return envelope;
  }

  String id() {
    return id;
  }

  String text() {
    return text;
  }

  CompletableFuture<ObjectNode> result() {
    return result;
  }

  /** Whether a rejected token may be renewed for it: once, and not for a request that renews. */
  synchronized boolean mayAuthenticateAnew() {
    boolean may = !authenticatedAnew && !method.equals(RagConnection.AUTHENTICATE);
    authenticatedAnew = true;
    return may;
  }

  void progressed(JsonNode params) {
    if (!result.isDone()) {
      watchdog.watch(limit);
      progress.accept(Progress.of(params));
    }
  }

  private void timeOut() {
    result.completeExceptionally(new RequestTimeoutException("answer to " + method, limit));
  }
}
