package org.wenshu.generation.model;

import java.util.function.Consumer;

/** Hears an answer piece by piece, and what it took. Need not be thread-safe. */
public interface AnswerListener extends Consumer<String> {
  /** Tokens read and written, as the model says; not called where it does not say. */
  void used(long input, long output);
}
