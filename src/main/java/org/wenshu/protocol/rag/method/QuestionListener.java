package org.wenshu.protocol.rag.method;

import java.util.Optional;
import java.util.function.Consumer;
import org.wenshu.ask.AskEvent;
import org.wenshu.ask.AskListener;

/** Follows one question for its call. Confined to the thread that answers. */
final class QuestionListener implements AskListener {
  private final RagCall call;
  private final String text;
  private final QuestionFailures failures;
  private final Consumer<AskEvent> whenEnded;
  private Optional<AskEvent.Refused> refused = Optional.empty();

  QuestionListener(
      RagCall call, String text, QuestionFailures failures, Consumer<AskEvent> whenEnded) {
    this.call = call;
    this.text = text;
    this.failures = failures;
    this.whenEnded = whenEnded;
  }

  @Override
  public void on(AskEvent event) {
    if (event instanceof AskEvent.Generating) {
      call.reached(Stage.LLM);
    } else if (event instanceof AskEvent.Executing) {
      call.reached(Stage.DATABASE_QUERY);
    } else if (event instanceof AskEvent.Repairing) {
      call.reached(Stage.REPAIR);
    } else if (event instanceof AskEvent.Refused refusal) {
      refused = Optional.of(refusal);
    } else {
      onEnd(event);
    }
  }

  /** What goes wrong in telling the answer must not leave the call without one. */
  private void onEnd(AskEvent event) {
    try {
      if (event instanceof AskEvent.Abstained abstained) {
        call.fail(failures.abstained(call, text, abstained));
      } else if (event instanceof AskEvent.Failed failed) {
        call.fail(failures.failed(call, text, failed, refused));
      } else {
        whenEnded.accept(event);
      }
    } catch (RuntimeException e) {
      call.fail(RagErrors.of(e, call.method().name()));
    }
  }
}
