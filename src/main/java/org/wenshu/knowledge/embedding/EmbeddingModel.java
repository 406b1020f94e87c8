package org.wenshu.knowledge.embedding;

import java.util.List;
import org.wenshu.knowledge.Vector;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/** Turns texts into vectors whose directions tell how near they are. Thread-safe. */
public interface EmbeddingModel {
  /**
   * One vector for each text, all of one dimension.
   *
   * @throws org.wenshu.error.WenshuException with MODEL_UNAVAILABLE, MODEL_RATE_LIMITED or
   *     MODEL_TIMED_OUT when the model does not answer
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  List<Vector> embed(List<String> texts, Deadline deadline, Cancellation cancellation);

  /** The vector of one text. */
  default Vector embed(String text, Deadline deadline, Cancellation cancellation) {
    return embed(List.of(text), deadline, cancellation).get(0);
  }
}
