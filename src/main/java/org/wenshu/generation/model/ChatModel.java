package org.wenshu.generation.model;

import java.util.function.Consumer;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/** A language model that answers a system and a user message with a stream of text. Thread-safe. */
public interface ChatModel {
  /**
   * Has the model answer. Every piece is handed on, on the calling thread, as soon as it arrives;
   * pieces are never empty and never end within a surrogate pair. A consumer that is an {@link
   * AnswerListener} is told the tokens before this returns. Returns the whole text when the model
   * has ended it.
   *
   * @throws org.wenshu.error.WenshuException with MODEL_UNAVAILABLE, MODEL_RATE_LIMITED or
   *     MODEL_TIMED_OUT when there is no answer or only the beginning of one; what the consumer
   *     throws passes through
   * @throws java.util.concurrent.CancellationException when cancelled; the call to the model is
   *     aborted at once
   */
  String answer(
      String system,
      String user,
      Consumer<String> pieces,
      Deadline deadline,
      Cancellation cancellation);
}
