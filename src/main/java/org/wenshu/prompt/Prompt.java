package org.wenshu.prompt;

import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/**
 * The text put before a language model, rendered on first use because the grammar needs none.
 * Thread-safe.
 */
public final class Prompt {
  private final Supplier<String> system;
  private final Supplier<String> user;
  private final BinaryOperator<String> repair;

  /** A prompt whose two messages are rendered when first read; the repair names SQL and error. */
  public Prompt(Supplier<String> system, Supplier<String> user) {
    this(system, user, (sql, error) -> user.get() + "\n\n" + sql + "\n\n" + error);
  }

  /** A prompt with a repair message of its own, made of the rejected SQL and its error. */
  public Prompt(Supplier<String> system, Supplier<String> user, BinaryOperator<String> repair) {
    this.system = memoized(system);
    this.user = memoized(user);
    this.repair = repair;
  }

  /** Rules and schema. */
  public String system() {
    return system.get();
  }

  /** The question. */
  public String user() {
    return user.get();
  }

  /** The user message that asks for a better statement than the rejected one. */
  public String repair(String sql, String error) {
    return repair.apply(sql, error);
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
