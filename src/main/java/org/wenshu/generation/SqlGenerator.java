package org.wenshu.generation;

import java.util.function.Consumer;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/** Writes SQL for a question. Implementations are thread-safe and hold nothing between calls. */
public interface SqlGenerator {
  /**
   * Writes SQL, handing on every piece of text as it arises, on the calling thread or another, one
   * after the other, none after the return.
   *
   * @throws org.wenshu.error.WenshuException when it could not be asked at all
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  Generation generate(
      GenerationRequest request,
      Consumer<String> pieces,
      Deadline deadline,
      Cancellation cancellation);

  /** Writes better SQL for a rejected statement; streams nothing. Throws like {@link #generate}. */
  Generation repair(
      GenerationRequest request,
      RejectedDraft rejected,
      Deadline deadline,
      Cancellation cancellation);
}
