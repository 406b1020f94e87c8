package org.wenshu.feed.live;

import java.time.Instant;
import java.util.Optional;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Question;
import org.wenshu.security.Caller;

/** Somebody who has a live question open. Thread-safe. */
final class LiveAsker {
  private final Question question;
  private final Caller caller;
  private final LiveListener listener;
  private final Instant since;
  private final Cancellation cancellation = new Cancellation();
  private LiveRun run;
  private boolean over;

  LiveAsker(Question question, Caller caller, LiveListener listener, Instant since) {
    this.question = question;
    this.caller = caller;
    this.listener = listener;
    this.since = since;
  }

  Question question() {
    return question;
  }

  Caller caller() {
    return caller;
  }

  LiveListener listener() {
    return listener;
  }

  Instant since() {
    return since;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** Notes which run it hears of; false when it has left. */
  synchronized boolean joins(LiveRun joined) {
    run = over ? run : joined;
    return !over;
  }

  synchronized Optional<LiveRun> run() {
    return Optional.ofNullable(run);
  }

  /** True the first time. */
  synchronized boolean end() {
    boolean first = !over;
    over = true;
    return first;
  }

  synchronized boolean isOver() {
    return over;
  }
}
