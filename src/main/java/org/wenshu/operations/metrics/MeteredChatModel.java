package org.wenshu.operations.metrics;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.wenshu.error.WenshuException;
import org.wenshu.generation.model.ChatModel;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/** A language model whose calls are counted and timed. Thread-safe. */
public final class MeteredChatModel implements ChatModel {
  static final String ANSWERED = "answered";

  private final ChatModel model;
  private final ModelMetrics metrics;

  /** Measures that model. */
  public MeteredChatModel(ChatModel model, ModelMetrics metrics) {
    this.model = model;
    this.metrics = metrics;
  }

  @Override
  public String answer(
      String system,
      String user,
      Consumer<String> pieces,
      Deadline deadline,
      Cancellation cancellation) {
    long started = System.nanoTime();
    String outcome = "failed";
    try {
      String text = model.answer(system, user, new First(pieces, started), deadline, cancellation);
      outcome = ANSWERED;
      return text;
    } catch (CancellationException left) {
      outcome = "cancelled";
      throw left;
    } catch (WenshuException failure) {
      outcome = Words.of(failure.code());
      throw failure;
    } finally {
      metrics.called(outcome, System.nanoTime() - started);
    }
  }

  /** Times the first piece of one answer. */
  private final class First implements Consumer<String> {
    private final Consumer<String> pieces;
    private final long started;
    private boolean seen;

    First(Consumer<String> pieces, long started) {
      this.pieces = pieces;
      this.started = started;
    }

    @Override
    public void accept(String piece) {
      if (!seen) {
        seen = true;
        metrics.firstPiece(System.nanoTime() - started);
      }
      pieces.accept(piece);
    }
  }
}
