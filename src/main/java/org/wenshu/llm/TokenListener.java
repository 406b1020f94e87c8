package org.wenshu.llm;

/** Hears how many tokens a model says that an answer took. Must be quick and must not throw. */
@FunctionalInterface
public interface TokenListener {
  /** Tokens read and tokens written. */
  void used(long input, long output);
}
