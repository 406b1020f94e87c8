package org.wenshu.operations.metrics;

/** Counts and times calls of the language model, and the tokens they take. Thread-safe. */
public final class ModelMetrics {
  private static final String INPUT = "input";
  private static final String OUTPUT = "output";

  private final CounterFamily requests;
  private final TimerFamily durations;
  private final TimerFamily firstPieces;
  private final CounterFamily tokens;

  /** Registers the meters. */
  public ModelMetrics(Meters meters) {
    this.requests =
        meters
            .counters("rag_llm_requests_total", "Calls of the language model", "outcome")
            .startingAtZero(MeteredChatModel.ANSWERED);
    this.durations =
        meters
            .timers("wenshu_llm_duration_seconds", "Calls of the language model", Buckets.ANSWERS)
            .startingEmpty();
    this.firstPieces =
        meters
            .timers(
                "wenshu_llm_first_piece_seconds",
                "From a call of the language model to its first piece",
                Buckets.ANSWERS)
            .startingEmpty();
    this.tokens =
        meters
            .counters("rag_llm_tokens_total", "Tokens as told by the model", "direction")
            .startingAtZero(INPUT)
            .startingAtZero(OUTPUT);
  }

  /** Adds the tokens that the model says it has read and written for one answer. */
  public void used(long input, long output) {
    tokens.add(input, INPUT);
    tokens.add(output, OUTPUT);
  }

  void firstPiece(long nanos) {
    firstPieces.record(nanos);
  }

  void called(String outcome, long nanos) {
    requests.count(outcome);
    durations.record(nanos);
  }
}
