package org.wenshu.client.rag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.wenshu.client.WenshuException;
import org.wenshu.client.transport.Failures;
import org.wenshu.client.transport.Waiting;

/** Many questions, so many of them at a time. One that fails does not keep the others from it. */
public final class Batch {
  private Batch() {}

  /**
   * What became of one question.
   *
   * @param question what was asked
   * @param answer the answer, unless it failed
   * @param failure why it failed, if it did
   */
  public record Outcome(
      RagQuestion question, Optional<RagAnswer> answer, Optional<WenshuException> failure) {}

  /** Asks them all, at most so many at a time (5 is a good number), and waits for the last. */
  public static List<Outcome> ask(RagAsker asker, List<RagQuestion> questions, int parallel) {
    return Waiting.forResult(askAsync(asker, questions, parallel));
  }

  /** Asks them all, at most so many at a time; the outcomes are in the order of the questions. */
  public static CompletableFuture<List<Outcome>> askAsync(
      RagAsker asker, List<RagQuestion> questions, int parallel) {
    if (parallel < 1) {
      throw new IllegalArgumentException("At least one question at a time");
    }
    Run run = new Run(asker, List.copyOf(questions));
    List<CompletableFuture<Void>> lanes = new ArrayList<>();
    for (int i = 0; i < Math.min(parallel, questions.size()); i++) {
      lanes.add(run.lane());
    }
    return CompletableFuture.allOf(lanes.toArray(CompletableFuture<?>[]::new))
        .thenApply(done -> List.of(run.outcomes));
  }

  private static final class Run {
    private final RagAsker asker;
    private final List<RagQuestion> questions;
    private final Outcome[] outcomes;
    private final AtomicInteger next = new AtomicInteger();

    Run(RagAsker asker, List<RagQuestion> questions) {
      this.asker = asker;
      this.questions = questions;
      this.outcomes = new Outcome[questions.size()];
    }

    /** Answers one after the other; asynchronously in between, so that nothing is stacked up. */
    CompletableFuture<Void> lane() {
      int index = next.getAndIncrement();
      if (index >= questions.size()) {
        return CompletableFuture.completedFuture(null);
      }
      RagQuestion question = questions.get(index);
      return asker
          .askAsync(question)
          .handle(
              (answer, failure) -> {
                outcomes[index] = outcome(question, answer, failure);
                return index;
              })
          .thenComposeAsync(done -> lane());
    }

    private static Outcome outcome(RagQuestion question, RagAnswer answer, Throwable failure) {
      return new Outcome(
          question,
          Optional.ofNullable(answer),
          Optional.ofNullable(failure).map(why -> Failures.of("The question failed", why)));
    }
  }
}
