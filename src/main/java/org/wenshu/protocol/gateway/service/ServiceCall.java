package org.wenshu.protocol.gateway.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Language;
import org.wenshu.security.Caller;

/**
 * One request between its arrival and the end of its answer. Whatever comes first ends it: an
 * answer, an error, silence for too long, or the client leaving; the rest is ignored. Thread-safe.
 */
public final class ServiceCall {
  private final ServiceRequest request;
  private final ServiceReply reply;
  private final boolean streams;
  private final boolean framed;
  private final Language language;
  private final Cancellation cancellation = new Cancellation();
  private final long receivedNanos = System.nanoTime();
  private final AtomicLong activeNanos = new AtomicLong(receivedNanos);
  private volatile Runnable whenEnded = () -> {};
  private volatile String outcome = "running";
  private volatile long firstPieceNanos = -1;
  private boolean ended;

  /**
   * A call that has arrived.
   *
   * @param framed whether the other end takes frames: answers in pieces, each of bounded size
   */
  public ServiceCall(ServiceRequest request, ServiceReply reply, boolean framed) {
    this.request = request;
    this.reply = reply;
    this.language = CallLanguage.of(request.body());
    this.framed = framed;
    this.streams = framed && request.fields().truth("streaming");
  }

  /** The fields of the request. */
  public Fields fields() {
    return request.fields();
  }

  /** Whose flow it goes to, and what is asked of it. */
  public ServiceRequest request() {
    return request;
  }

  /** Who asks; what that caller may read is judged by rules as everywhere. */
  public Caller caller() {
    return request.caller();
  }

  /** Whether the answer is wanted in pieces. */
  public boolean streams() {
    return streams;
  }

  /** Whether what is sent at once must fit a frame of a socket. */
  public boolean isFramed() {
    return framed;
  }

  /** The language of its words. */
  public Language language() {
    return language;
  }

  /** Tells when the answer is not wanted any more. */
  public Cancellation cancellation() {
    return cancellation;
  }

  /** An object to fill. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Sends a piece; more is to come. */
  public void piece(ObjectNode piece) {
    long now = System.nanoTime();
    activeNanos.set(now);
    if (firstPieceNanos < 0) {
      firstPieceNanos = now - receivedNanos;
    }
    synchronized (this) {
      if (!ended) {
        reply.piece(piece);
      }
    }
  }

  /** Ends with the answer, or with its last piece. */
  public void succeed(ObjectNode answer) {
    end("ok", () -> reply.success(answer));
  }

  /** Ends with an error. */
  public void fail(ServiceError error) {
    end("error", () -> reply.failure(error, language));
  }

  /** Ends with an error, and stops the work on it. */
  public void giveUp(ServiceError error) {
    fail(error);
    cancellation.cancel();
  }

  /** Stops the work on it; nobody is left to answer. */
  public void abandon() {
    end("abandoned", reply::abandoned);
    cancellation.cancel();
  }

  /** Whether it has been answered, or nobody waits for an answer. */
  public synchronized boolean isEnded() {
    return ended;
  }

  /** How long it has said nothing. */
  long silentNanos() {
    return System.nanoTime() - activeNanos.get();
  }

  /** How long it has taken. */
  long elapsedNanos() {
    return System.nanoTime() - receivedNanos;
  }

  /** How long it took until its first piece, if it had any. */
  OptionalLong firstPieceNanos() {
    return firstPieceNanos < 0 ? OptionalLong.empty() : OptionalLong.of(firstPieceNanos);
  }

  /** How it ended. */
  String outcome() {
    return outcome;
  }

  /** What runs once, when it has ended; at once when it has ended already. */
  void whenEnded(Runnable action) {
    synchronized (this) {
      if (!ended) {
        whenEnded = action;
        return;
      }
    }
    action.run();
  }

  /** Under the lock, so that nothing is sent behind the end. */
  private void end(String how, Runnable answer) {
    Runnable after;
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      outcome = how;
      answer.run();
      after = whenEnded;
    }
    after.run();
  }
}
