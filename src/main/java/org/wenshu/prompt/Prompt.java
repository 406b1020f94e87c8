package org.wenshu.prompt;

import java.util.function.Supplier;

/**
 * The text put before a language model, rendered on first use because the grammar needs none.
 * Thread-safe.
 */
public final class Prompt {
  private final Supplier<String> system;
  private final Supplier<String> user;

  /** A prompt whose two messages are rendered when first read. */
  public Prompt(Supplier<String> system, Supplier<String> user) {
    this.system = memoized(system);
    this.user = memoized(user);
  }

  /** Rules and schema. */
  public String system() {
    return system.get();
  }

  /** The question. */
  public String user() {
    return user.get();
  }

  private static Supplier<String> memoized(Supplier<String> source) {
    return new Supplier<>() {
      private String text;

      @Override
      public synchronized String get() {
        if (text == null) {
          text = source.get();
        }
        return text;
      }
    };
  }
}
