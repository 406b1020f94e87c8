package org.wenshu.operations.metrics;

import java.util.Map;
import org.wenshu.ask.AskEvent;
import org.wenshu.ask.AskObserver;
import org.wenshu.audit.AuditOutcome;

/**
 * Times one question: an event ends the step that led to it. What the asker's side does with an
 * event counts for the step that follows, and is short, because it only queues frames.
 */
final class QuestionWatch implements AskObserver.Observation {
  static final String NO_GENERATOR = "none";

  /** The step that ends with an event, by its name in the path of a question. */
  private static final Map<Class<? extends AskEvent>, String> STEPS =
      Map.ofEntries(
          Map.entry(AskEvent.Started.class, "admit"),
          Map.entry(AskEvent.SchemaLinked.class, "link_schema"),
          Map.entry(AskEvent.Generating.class, "assemble_prompt"),
          Map.entry(AskEvent.SqlDrafted.class, "generate"),
          Map.entry(AskEvent.Abstained.class, "generate"),
          Map.entry(AskEvent.ValuesLinked.class, "link_values"),
          Map.entry(AskEvent.Guarded.class, "guard"),
          Map.entry(AskEvent.Refused.class, "guard"),
          Map.entry(AskEvent.Fetched.class, "execute"),
          Map.entry(AskEvent.ExecutionFailed.class, "execute"),
          Map.entry(AskEvent.Repaired.class, "repair"));

  private final QuestionMetrics metrics;
  private final long started;
  private long stepStarted;
  private String generator = NO_GENERATOR;
  private boolean streaming;
  private boolean admitted;
  private boolean repairing;
  private boolean answered;

  QuestionWatch(QuestionMetrics metrics, long now) {
    this.metrics = metrics;
    this.started = now;
    this.stepStarted = now;
  }

  @Override
  public void on(AskEvent event) {
    if (event instanceof AskEvent.SqlDelta) {
      streamed();
      return;
    }
    long now = System.nanoTime();
    note(event);
    String step = stepEndedBy(event);
    if (step != null) {
      metrics.stepped(step, now - stepStarted);
    }
    stepStarted = now;
  }

  private void streamed() {
    if (!streaming) {
      streaming = true;
      metrics.firstPiece(System.nanoTime() - stepStarted);
    }
  }

  /** Null for what only begins a step; a statement that the guard has refused never ran. */
  private String stepEndedBy(AskEvent event) {
    return event instanceof AskEvent.ExecutionFailed && !admitted
        ? null
        : STEPS.get(event.getClass());
  }

  private void note(AskEvent event) {
    if (event instanceof AskEvent.SqlDrafted drafted) {
      generator = drafted.generator();
    } else if (event instanceof AskEvent.Executing) {
      admitted = false;
    } else if (event instanceof AskEvent.Guarded) {
      admitted = true;
    } else if (event instanceof AskEvent.Refused refused) {
      metrics.refused(refused.rule());
    } else if (event instanceof AskEvent.Repairing) {
      repairing = true;
    } else if (event instanceof AskEvent.Answered answer) {
      generator = answer.answer().generator();
      answered = true;
    } else if (event instanceof AskEvent.Failed failed) {
      metrics.failed(Words.of(failed.code().type()), Words.of(failed.code()));
    }
  }

  @Override
  public void ended(AuditOutcome outcome) {
    if (repairing) {
      metrics.repaired(answered);
    }
    metrics.ended(outcome, generator, System.nanoTime() - started);
  }
}
