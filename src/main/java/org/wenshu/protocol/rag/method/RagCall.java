package org.wenshu.protocol.rag.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.wenshu.protocol.rag.wire.Params;
import org.wenshu.protocol.rag.wire.RagError;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Language;
import org.wenshu.security.Identity;
import org.wenshu.security.Permissions;

/**
 * One request between its arrival and its answer. Whatever comes first ends it: an answer, its
 * deadline, or the client leaving; the rest is ignored. Thread-safe.
 */
public final class RagCall {
  private final String id;
  private final RagMethod method;
  private final JsonNode params;
  private final RagPeer peer;
  private final RagReply reply;
  private final Language language;
  private final long receivedNanos = System.nanoTime();
  private final Cancellation cancellation = new Cancellation();
  private final CallTimer timer;
  private volatile Stage stage = Stage.WAITING;
  private volatile Permissions permissions;
  private volatile Identity identity;
  private boolean ended;

  RagCall(
      String id, RagMethod method, JsonNode params, RagPeer peer, RagReply reply, CallClock clock) {
    this.id = id;
    this.method = method;
    this.params = params;
    this.peer = peer;
    this.reply = reply;
    this.language = CallLanguage.of(params);
    this.timer = clock.start(this);
  }

  /** The id that the client gave it. */
  public String id() {
    return id;
  }

  /** What is called. */
  public RagMethod method() {
    return method;
  }

  /**
   * Its parameters.
   *
   * @throws org.wenshu.protocol.rag.wire.RagException when they are no object
   */
  public Params params() {
    return Params.of(method.name(), params);
  }

  /** The other end. */
  public RagPeer peer() {
    return peer;
  }

  /** The language of the question or of the words in the parameters, else Chinese. */
  public Language language() {
    return language;
  }

  /** Tells when the answer is not wanted any more. */
  public Cancellation cancellation() {
    return cancellation;
  }

  /** Who calls; known in every method that is not open. */
  public Identity identity() {
    return identity;
  }

  /** What the caller may do; nothing while the caller is unknown. */
  public Permissions permissions() {
    return permissions;
  }

  void callerIs(Identity caller, Permissions granted) {
    permissions = granted;
    identity = caller;
  }

  /** Changes how long the whole call may take, counted from its arrival. */
  public void mayTake(Duration budget) {
    timer.budget(budget);
  }

  /** How long the whole call may take. */
  public Duration budget() {
    return timer.budget();
  }

  /** How much of its time is left. */
  public Duration remaining() {
    return timer.remaining();
  }

  /** How long it has taken so far. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - receivedNanos);
  }

  /** What it is waiting for now. */
  public Stage stage() {
    return stage;
  }

  /** Notes what it is waiting for from now on. */
  public void reached(Stage next) {
    stage = next;
  }

  /** Whether it has been answered, or nobody waits for an answer. */
  public synchronized boolean isEnded() {
    return ended;
  }

  /** Answers with a result that is not empty. */
  public void succeed(ObjectNode result) {
    end(() -> reply.success(result));
  }

  /** Answers with an error. */
  public void fail(RagError error) {
    Permissions granted = permissions;
    boolean administrator = granted != null && granted.isAdmin();
    end(() -> reply.failure(error, language, administrator));
  }

  /** Stops the work on it; nobody is left to answer. */
  public void abandon() {
    end(reply::abandoned);
    cancellation.cancel();
  }

  /** Answers that its time is over, and stops the work on it. */
  void timeOut() {
    fail(RagErrors.timeout(stage, timer.budget(), elapsed()));
    cancellation.cancel();
  }

  /** Tells the client how far it is, unless it has been answered. */
  void tellProgress() {
    ObjectNode progress = JsonNodeFactory.instance.objectNode();
    progress.put("query_id", id);
    progress.put("progress", stage.progress());
    progress.put("message", stage.wording().in(language));
    progress.put("elapsed", elapsed().toMillis() / 1000.0);
    synchronized (this) {
      if (!ended) {
        peer.notify("query.progress", progress);
      }
    }
  }

  /** The conversation that the parameters name, if they name one. */
  Optional<String> namedConversation() {
    JsonNode named = params.path("session_id");
    return named.isTextual() ? Optional.of(named.textValue()) : Optional.empty();
  }

  /** Answering under the lock keeps progress from being told afterwards. */
  private void end(Runnable answer) {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      answer.run();
    }
    timer.stop();
  }
}
