package org.wenshu.operations.metrics;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.wenshu.error.WenshuException;
import org.wenshu.generation.model.ChatModel;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/** A language model whose calls are counted and timed. Thread-safe. */
public final class MeteredChatModel implements ChatModel {
  private final ChatModel model;
  private final CounterFamily requests;
  private final TimerFamily durations;
  private final TimerFamily firstPiece;

  /** Measures that model. */
  public MeteredChatModel(ChatModel model, Meters meters) {
    this.model = model;
    this.requests =
        meters
            .counters("rag_llm_requests_total", "Calls of the language model", "outcome")
            .startingAtZero("answered");
    this.durations =
        meters.timers(
            "wenshu_llm_duration_seconds", "Calls of the language model", Buckets.ANSWERS);
    this.firstPiece =
        meters.timers(
            "wenshu_llm_first_piece_seconds",
            "From a call of the language model to its first piece",
            Buckets.ANSWERS);
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
      outcome = "answered";
      return text;
    } catch (CancellationException left) {
      outcome = "cancelled";
      throw left;
    } catch (WenshuException failure) {
      outcome = Words.of(failure.code());
      throw failure;
    } finally {
      requests.count(outcome);
      durations.record(System.nanoTime() - started);
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
        firstPiece.record(System.nanoTime() - started);
      }
      pieces.accept(piece);
    }
  }
}
