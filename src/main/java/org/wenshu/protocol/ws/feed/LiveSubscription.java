package org.wenshu.protocol.ws.feed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.wenshu.error.ErrorCode;
import org.wenshu.feed.live.LiveListener;
import org.wenshu.feed.live.LiveQuestions;
import org.wenshu.feed.live.LiveUpdate;
import org.wenshu.protocol.frames.FrameChannel;
import org.wenshu.protocol.frames.Outgoing;
import org.wenshu.protocol.ws.feed.FeedFault.Code;
import org.wenshu.question.Question;
import org.wenshu.question.Wording;

/**
 * One live question of a connection. At most one frame of it waits: a client that is behind gets
 * the whole answer instead of the changes it has missed. Thread-safe.
 */
final class LiveSubscription implements LiveListener, Outgoing {
  private final String id;
  private final Question question;
  private final FeedSession session;
  private final Instant createdAt;
  private final Runnable whenEnded;
  private LiveQuestions.Open open;
  private LiveUpdate pending;
  private boolean whole;
  private boolean queued;
  private boolean closed;

  LiveSubscription(
      String id, Question question, FeedSession session, Instant createdAt, Runnable whenEnded) {
    this.id = id;
    this.question = question;
    this.session = session;
    this.createdAt = createdAt;
    this.whenEnded = whenEnded;
  }

  String id() {
    return id;
  }

  Question question() {
    return question;
  }

  Instant createdAt() {
    return createdAt;
  }

  /** Begins to listen; ends at once if it was closed meanwhile. */
  void listen(LiveQuestions questions) {
    LiveQuestions.Open begun = questions.open(question, session.caller(), this);
    synchronized (this) {
      open = begun;
      if (!closed) {
        return;
      }
    }
    begun.close();
  }

  void close() {
    LiveQuestions.Open begun;
    synchronized (this) {
      closed = true;
      pending = null;
      begun = open;
    }
    if (begun != null) {
      begun.close();
    }
  }

  @Override
  public void told(LiveUpdate update) {
    synchronized (this) {
      if (closed) {
        return;
      }
      whole |= queued || update.difference().isEmpty();
      pending = update;
      if (queued) {
        return;
      }
      queued = true;
    }
    session.send(this);
  }

  @Override
  public int length() {
    return 0;
  }

  @Override
  public void writeTo(FrameChannel channel) throws IOException {
    LiveUpdate update;
    boolean all;
    synchronized (this) {
      update = pending;
      all = whole;
      pending = null;
      whole = false;
      queued = false;
    }
    if (update != null) {
      String text = LiveFrames.frame(id, update, all);
      session.counted(text.length());
      session.compression().send(channel, text);
    }
  }

  /** A condition, not an error: the question stays open. */
  @Override
  public void silent(ErrorCode code, Wording why) {
    ObjectNode details = JsonNodeFactory.instance.objectNode();
    details.put("id", id).put("code", code.name());
    session.status("live_question_silent", "warning", why.in(question.language()), details);
  }

  @Override
  public void ended(ErrorCode code, Wording why) {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    Code kind =
        switch (code) {
          case NOT_PERMITTED -> Code.PERMISSION_DENIED;
          case INTERNAL -> Code.INTERNAL_ERROR;
          case SATURATED -> Code.MAX_SUBSCRIPTIONS_EXCEEDED;
          default -> Code.QUESTION_FAILED;
        };
    FeedFault fault = FeedFault.of(kind, why.in(question.language()));
    fault.details().put("reason", code.name());
    session.fault(fault, Optional.of(id));
    whenEnded.run();
  }
}
