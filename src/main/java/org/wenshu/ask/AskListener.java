package org.wenshu.ask;

/** Hears the events of one question, one at a time, in order. Must not block for long. */
@FunctionalInterface
public interface AskListener {
  /** The next event. */
  void on(AskEvent event);
}
