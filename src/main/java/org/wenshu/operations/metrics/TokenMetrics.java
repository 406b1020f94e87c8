package org.wenshu.operations.metrics;

/** Counts the tokens that a language model says it has read and written. Thread-safe. */
public final class TokenMetrics {
  private static final String INPUT = "input";
  private static final String OUTPUT = "output";

  private final CounterFamily tokens;

  /** Registers the counters. */
  public TokenMetrics(Meters meters) {
    this.tokens =
        meters
            .counters("rag_llm_tokens_total", "Tokens as told by the model", "direction")
            .startingAtZero(INPUT)
            .startingAtZero(OUTPUT);
  }

  /** Adds those of one answer. */
  public void used(long input, long output) {
    tokens.add(input, INPUT);
    tokens.add(output, OUTPUT);
  }
}
