package org.wenshu.assistant;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wenshu.ask.AskDispatcher;
import org.wenshu.ask.AskEvent;
import org.wenshu.ask.AskListener;
import org.wenshu.ask.AskOptions;
import org.wenshu.ask.AskRequest;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Question;
import org.wenshu.question.RowWindow;
import org.wenshu.question.Wording;
import org.wenshu.security.Caller;

/** Asks the database on the way to a larger answer, and waits for the end. Thread-safe. */
public final class Asking {
  private static final int MAX_CHARS = 10_000;
  private static final Wording TOO_LONG = new Wording("问题过长", "The question is too long");
  private static final Wording TIMED_OUT =
      new Wording("问题未能及时回答", "The question was not answered in time");

  private final AskDispatcher dispatcher;

  /** Asks there. */
  public Asking(AskDispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  /**
   * Who asks, and for how long.
   *
   * @param steps hears everything but the end
   */
  public record Asker(
      Caller caller, AskListener steps, Deadline deadline, Cancellation cancellation) {}

  /** The end of the question: rows, an abstention or a failure. */
  public AskEvent ask(String text, int maxRows, Asker asker) {
    return ask(text, Optional.of(new RowWindow(maxRows, 0)), false, asker);
  }

  /** The same without asking the database: the end is what would be run. */
  public AskEvent explain(String text, Asker asker) {
    return ask(text, Optional.empty(), true, asker);
  }

  private AskEvent ask(String text, Optional<RowWindow> window, boolean dry, Asker asker) {
    if (text.codePointCount(0, text.length()) > MAX_CHARS) {
      throw new WenshuException(ErrorCode.QUESTION_TOO_LONG, TOO_LONG);
    }
    AskOptions options =
        new AskOptions(Optional.of(asker.deadline().remaining()), window, !dry, dry);
    CompletableFuture<AskEvent> end = new CompletableFuture<>();
    AskListener listener =
        event -> {
          if (isEnd(event)) {
            end.complete(event);
          } else {
            asker.steps().on(event);
          }
        };
    Cancellation.Registration registration = asker.cancellation().onCancel(() -> end.cancel(false));
    try {
      AskRequest request = new AskRequest(Question.of(text), asker.caller(), options);
      dispatcher.submit(request, listener, asker.cancellation());
      return await(end, asker.deadline());
    } finally {
      registration.close();
    }
  }

  private static boolean isEnd(AskEvent event) {
    return event instanceof AskEvent.Answered
        || event instanceof AskEvent.Explained
        || event instanceof AskEvent.Abstained
        || event instanceof AskEvent.Failed;
  }

  private static AskEvent await(CompletableFuture<AskEvent> end, Deadline deadline) {
    try {
      return end.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The wait for a question was interrupted");
    } catch (TimeoutException e) {
      throw new WenshuException(ErrorCode.QUESTION_TIMED_OUT, TIMED_OUT, e);
    } catch (ExecutionException e) {
      throw new WenshuException(ErrorCode.INTERNAL, TIMED_OUT, e);
    }
  }
}
