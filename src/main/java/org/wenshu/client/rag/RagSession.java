package org.wenshu.client.rag;

import java.util.concurrent.CompletableFuture;
import org.wenshu.client.transport.Waiting;

/**
 * A conversation on the server: later questions may refer to earlier ones. It lives there, so it
 * goes on when the connection is lost and made anew, and ends an hour after its last use. Safe for
 * any thread; questions that refer to one another should wait for one another.
 */
public final class RagSession {
  private final RagDoor door;
  private final SessionInfo info;

  RagSession(RagDoor door, SessionInfo info) {
    this.door = door;
    this.info = info;
  }

  /** What names it, for another client to go on with; works like a secret. */
  public String id() {
    return info.id();
  }

  /** What the server told when it was made. */
  public SessionInfo info() {
    return info;
  }

  /** Asks in this session, with all defaults. */
  public RagAnswer ask(String question) {
    return Waiting.forResult(askAsync(RagQuestion.of(question)));
  }

  /** Asks in this session. */
  public RagAnswer ask(RagQuestion question) {
    return Waiting.forResult(askAsync(question));
  }

  /** Asks in this session. */
  public CompletableFuture<RagAnswer> askAsync(RagQuestion question) {
    return door.askAsync(question.inSession(info.id()));
  }

  /** What was said so far. */
  public SessionDetails details() {
    return Waiting.forResult(door.sessionAsync(info.id()));
  }

  /** Puts its end off; gives the new one. */
  public SessionInfo extend() {
    return Waiting.forResult(door.extendSessionAsync(info.id()));
  }

  /** Ends it. A second time is an error, -31100. */
  public void destroy() {
    Waiting.forResult(door.destroySessionAsync(info.id()));
  }
}
