package org.wenshu.protocol.rag.method;

import java.util.Set;

/** One method of the protocol. Implementations are thread-safe. */
public interface RagMethod {
  /** Its name on the wire. */
  String name();

  /** Other names it answers to. */
  default Set<String> aliases() {
    return Set.of();
  }

  /** Whether callers need not say who they are. */
  default boolean isOpen() {
    return false;
  }

  /** Whether calls count against the rate limits. */
  default boolean isCounted() {
    return true;
  }

  /** Whether requests that come after it wait until it is answered. */
  default boolean goesAlone() {
    return false;
  }

  /**
   * Answers the call exactly once, now or later. May wait for as long as the call may take; what it
   * throws becomes the answer.
   */
  void answer(RagCall call);
}
