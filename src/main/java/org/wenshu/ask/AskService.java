package org.wenshu.ask;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Wording;

/**
 * Answers questions. Thread-safe. Runs outside container transactions on the calling thread, and
 * returns when the last event has been heard.
 */
public final class AskService {
  private static final Logger LOG = Logger.getLogger(AskService.class.getName());
  private static final Wording INTERNAL =
      new Wording("服务器内部错误", "An internal error occurred on the server");

  private final AskSteps steps;
  private final AskConfig config;

  /** A service over these steps. */
  public AskService(AskSteps steps, AskConfig config) {
    this.steps = steps;
    this.config = config;
  }

  /**
   * Takes one question through all its steps. Never throws: every failure is an event, and a
   * cancellation ends silently, because nobody is left to hear of it.
   */
  public void ask(AskRequest request, AskListener listener, Cancellation cancellation) {
    Deadline deadline = Deadline.after(timeout(request.options()));
    AskRun run = new AskRun(steps, request, listener, deadline, cancellation);
    try {
      run.answer();
    } catch (CancellationException gone) {
      LOG.log(Level.FINE, "Question {0} was cancelled", request.question().id());
    } catch (WenshuException e) {
      fail(run, cancellation, e.code(), e.wording(), e);
    } catch (RuntimeException e) {
      fail(run, cancellation, ErrorCode.INTERNAL, INTERNAL, e);
    }
  }

  private Duration timeout(AskOptions options) {
    return options
        .timeout()
        .filter(t -> t.compareTo(config.timeout()) < 0)
        .orElse(config.timeout());
  }

  private static void fail(
      AskRun run, Cancellation cancellation, ErrorCode code, Wording wording, Exception cause) {
    if (cancellation.isCancelled()) {
      return;
    }
    LOG.log(Level.WARNING, cause, () -> "Question " + run.question().id() + " failed: " + code);
    run.fail(code, wording);
  }
}
