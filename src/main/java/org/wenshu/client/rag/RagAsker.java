package org.wenshu.client.rag;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.wenshu.client.RetryPolicy;
import org.wenshu.client.transport.Waiting;

/**
 * Whoever answers questions: the door itself, a pool, or one of these with something around it. The
 * wrappers can be put around one another.
 */
@FunctionalInterface
public interface RagAsker {
  /** Asks; the future fails as {@link RagDoor} describes. */
  CompletableFuture<RagAnswer> askAsync(RagQuestion question);

  /** Asks with all defaults, in no session. */
  default CompletableFuture<RagAnswer> askAsync(String question) {
    return askAsync(RagQuestion.of(question));
  }

  /** Asks, and waits for the answer. */
  default RagAnswer ask(RagQuestion question) {
    return Waiting.forResult(askAsync(question));
  }

  /** Asks with all defaults, in no session, and waits for the answer. */
  default RagAnswer ask(String question) {
    return ask(RagQuestion.of(question));
  }

  /** The same, asking again after failures that may pass. */
  default RagAsker retrying(RetryPolicy policy) {
    return question -> policy.call(() -> askAsync(question));
  }

  /** The same, remembering so many answers for so long; see {@link AnswerCache}. */
  default RagAsker caching(Duration life, int most) {
    return new AnswerCache(this, life, most, System::nanoTime);
  }
}
