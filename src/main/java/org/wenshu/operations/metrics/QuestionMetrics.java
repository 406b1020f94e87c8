package org.wenshu.operations.metrics;

import org.wenshu.ask.AskObserver;
import org.wenshu.audit.AuditOutcome;
import org.wenshu.question.Question;
import org.wenshu.security.Caller;

/** Counts and times questions and their steps. Thread-safe. */
public final class QuestionMetrics implements AskObserver {
  private final TimerFamily questions;
  private final CounterFamily outcomes;
  private final CounterFamily errors;
  private final TimerFamily steps;
  private final TimerFamily firstPiece;
  private final CounterFamily refusals;
  private final CounterFamily repairs;

  /** Registers the meters. */
  public QuestionMetrics(Meters meters) {
    this.questions =
        meters
            .timers(
                "rag_query_duration_seconds",
                "From the arrival of a question to its end",
                Buckets.ANSWERS)
            .startingEmpty();
    this.outcomes =
        meters.counters("wenshu_questions_total", "Questions by their end", "outcome", "generator");
    this.errors =
        meters.counters(
            "rag_query_errors_total", "Questions that ended with an error", "type", "code");
    this.steps =
        meters.timers("wenshu_step_duration_seconds", "Steps of questions", Buckets.STEPS, "step");
    this.firstPiece =
        meters
            .timers(
                "wenshu_first_piece_seconds",
                "From asking a generator to its first piece of text",
                Buckets.STEPS)
            .startingEmpty();
    this.refusals = meters.counters("wenshu_guard_refusals_total", "Statements refused", "rule");
    this.repairs = meters.counters("wenshu_repairs_total", "Repairs by their end", "outcome");
    startAtZero();
  }

  /** A rate over a counter that is not there yet is no zero but nothing, and so no alert. */
  private void startAtZero() {
    for (AuditOutcome outcome : AuditOutcome.values()) {
      var unused = outcomes.startingAtZero(Words.of(outcome), QuestionWatch.NO_GENERATOR);
    }
    var unused = errors.startingAtZero("internal", "internal");
  }

  @Override
  public Observation begin(Question question, Caller caller) {
    return new QuestionWatch(this, System.nanoTime());
  }

  void stepped(String step, long nanos) {
    steps.record(nanos, step);
  }

  void firstPiece(long nanos) {
    firstPiece.record(nanos);
  }

  void refused(String rule) {
    refusals.count(rule);
  }

  void failed(String type, String code) {
    errors.count(type, code);
  }

  void repaired(boolean answered) {
    repairs.count(answered ? "answered" : "failed");
  }

  void ended(AuditOutcome outcome, String generator, long nanos) {
    outcomes.count(Words.of(outcome), generator);
    questions.record(nanos);
  }
}
