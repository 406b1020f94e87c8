package org.wenshu.client.rag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.json.Json;
import org.wenshu.client.transport.Transport;
import org.wenshu.client.transport.Waiting;

/**
 * The query protocol over {@code /mcp}. All requests share one connection, which is made when it is
 * first needed, made again after it was lost, and authenticated each time; up to 30 requests are
 * with the server at once, and up to 1024 wait for their turn. Safe for any thread.
 *
 * <p>Each call comes in two forms: one that blocks, and one whose name ends in {@code Async}. Both
 * fail with {@link RagException} when the server says no, {@code ConnectionException} and its kinds
 * when there is no connection or it is lost, {@code RequestTimeoutException} when nothing came in
 * time (progress starts the time anew), or {@code ClientBusyException}. Requests that were under
 * way when the connection was lost fail; they are never sent again on their own.
 *
 * <p>Cancelling a future forgets the answer. The protocol has no message that stops a single
 * request, so the server goes on, except when it was the only one under way: then the connection is
 * closed, which stops it.
 */
public final class RagDoor implements RagAsker {
  private final NoticeBoard notices = new NoticeBoard();
  private final RagLink link;

  /** A door over that transport. */
  public RagDoor(Transport transport) {
    this.link = new RagLink(transport, notices);
  }

  /** Asks. The wait is the server's budget and the client's time for answers, whichever is more. */
  @Override
  public CompletableFuture<RagAnswer> askAsync(RagQuestion question) {
    Duration budget = question.options().timeout().plusSeconds(2);
    Duration limit = budget.compareTo(link.answerTimeout()) > 0 ? budget : link.answerTimeout();
    RagCall call = new RagCall("query.execute", question.toJson());
    return linked(link.call(call, limit, question.progress()), RagAnswer::of);
  }

  /** What a question would do, without doing it. */
  public Explanation explain(String question) {
    return Waiting.forResult(explainAsync(question));
  }

  /** What a question would do, without doing it. */
  public CompletableFuture<Explanation> explainAsync(String question) {
    return call("query.explain", Json.object().put("query", question), Explanation::of);
  }

  /** Up to so many questions (1 to 20) that go on from these words, which may be empty. */
  public List<String> suggest(String partial, int limit) {
    return Waiting.forResult(suggestAsync(partial, limit));
  }

  /** Up to so many questions (1 to 20) that go on from these words, which may be empty. */
  public CompletableFuture<List<String>> suggestAsync(String partial, int limit) {
    return call(
        "query.suggest",
        Json.object().put("partial", partial).put("limit", limit),
        result -> Json.texts(result.path("suggestions")));
  }

  /** All tables the caller may see. */
  public SchemaInfo schema() {
    return Waiting.forResult(schemaAsync());
  }

  /** All tables the caller may see. */
  public CompletableFuture<SchemaInfo> schemaAsync() {
    return call("schema.info", Json.object().put("include_relationships", true), SchemaInfo::of);
  }

  /** One table with its relationships; -31401 when there is none of that name. */
  public TableInfo table(String name) {
    return Waiting.forResult(tableAsync(name));
  }

  /** One table with its relationships; -31401 when there is none of that name. */
  public CompletableFuture<TableInfo> tableAsync(String name) {
    return call(
        "schema.info",
        Json.object().put("table", name).put("include_relationships", true),
        result -> TableInfo.of(result.path("table")));
  }

  /** Tables and columns that fit some words, up to so many of each (1 to 100). */
  public SchemaHits searchSchema(String words, int limit) {
    return Waiting.forResult(searchSchemaAsync(words, limit));
  }

  /** Tables and columns that fit some words, up to so many of each (1 to 100). */
  public CompletableFuture<SchemaHits> searchSchemaAsync(String words, int limit) {
    return call(
        "schema.search", Json.object().put("query", words).put("limit", limit), SchemaHits::of);
  }

  /** Begins a session; the label is the caller's own and has no say in what is allowed. */
  public RagSession newSession(String label) {
    return Waiting.forResult(newSessionAsync(label));
  }

  /** Begins a session; the label is the caller's own and has no say in what is allowed. */
  public CompletableFuture<RagSession> newSessionAsync(String label) {
    return call(
        "session.create",
        Json.object().put("user_id", label),
        result -> new RagSession(this, SessionInfo.of(result)));
  }

  /** Goes on with a session that was begun before, perhaps by another client of the same user. */
  public RagSession resume(String sessionId) {
    return Waiting.forResult(resumeAsync(sessionId));
  }

  /** Goes on with a session that was begun before, perhaps by another client of the same user. */
  public CompletableFuture<RagSession> resumeAsync(String sessionId) {
    return sessionAsync(sessionId).thenApply(details -> new RagSession(this, details.info()));
  }

  /** The caller's sessions. */
  public List<SessionInfo> sessions() {
    return Waiting.forResult(sessionsAsync());
  }

  /** The caller's sessions. */
  public CompletableFuture<List<SessionInfo>> sessionsAsync() {
    return call(
        "session.list",
        Json.object(),
        result -> Json.list(result.path("sessions"), SessionInfo::of));
  }

  CompletableFuture<SessionDetails> sessionAsync(String id) {
    return call("session.get", Json.object().put("session_id", id), SessionDetails::of);
  }

  CompletableFuture<SessionInfo> extendSessionAsync(String id) {
    return call("session.extend", Json.object().put("session_id", id), SessionInfo::of);
  }

  CompletableFuture<Boolean> destroySessionAsync(String id) {
    return call(
        "session.destroy",
        Json.object().put("session_id", id),
        result -> result.path("success").asBoolean());
  }

  /** Who the server takes the caller for; connects first where there is no connection. */
  public Identity identity() {
    return Waiting.forResult(identityAsync());
  }

  /** Who the server takes the caller for; connects first where there is no connection. */
  public CompletableFuture<Identity> identityAsync() {
    return link.connection().thenApply(connection -> link.identity());
  }

  /** Whether the server answers; {@code healthy} when all is well. */
  public String health() {
    return Waiting.forResult(healthAsync());
  }

  /** Whether the server answers; {@code healthy} when all is well. */
  public CompletableFuture<String> healthAsync() {
    return call("health", Json.object(), result -> result.path("status").asText());
  }

  /** The server's version. */
  public String version() {
    return Waiting.forResult(versionAsync());
  }

  /** The server's version. */
  public CompletableFuture<String> versionAsync() {
    return call("version", Json.object(), result -> result.path("version").asText());
  }

  /** Tells what the server says unasked, until what is given back is closed. Must not block. */
  public Registration onNotice(Consumer<RagNotice> reader) {
    return notices.add(reader);
  }

  private <T> CompletableFuture<T> call(
      String method, ObjectNode params, Function<ObjectNode, T> reader) {
    return linked(
        link.call(new RagCall(method, params), link.answerTimeout(), progress -> {}), reader);
  }

  /** A future that, when it is given up, gives up what it was made of. */
  private static <T> CompletableFuture<T> linked(
      CompletableFuture<ObjectNode> call, Function<ObjectNode, T> reader) {
    CompletableFuture<T> result = new CompletableFuture<>();
    var unused =
        call.whenComplete(
            (json, failure) -> {
              if (failure != null) {
                result.completeExceptionally(failure);
                return;
              }
              try {
                result.complete(reader.apply(json));
              } catch (RuntimeException unreadable) {
                result.completeExceptionally(
                    new ProtocolException("The result could not be read", unreadable));
              }
            });
    var unusedToo =
        result.whenComplete(
            (done, failure) -> {
              if (result.isCancelled()) {
                call.cancel(true);
              } else if (failure != null) {
                call.completeExceptionally(failure);
              }
            });
    return result;
  }
}
