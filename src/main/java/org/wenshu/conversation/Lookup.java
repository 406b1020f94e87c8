package org.wenshu.conversation;

import java.time.Duration;
import java.time.Instant;

/** What became of an id. */
public sealed interface Lookup {
  /** It is alive. */
  record Found(Conversation conversation) implements Lookup {}

  /** It is unknown, has been ended, or belongs to somebody else: nobody is told which. */
  record NotFound() implements Lookup {}

  /**
   * It was alive once.
   *
   * @param maxIdle the time without access that it may not exceed
   */
  record Expired(Instant expiredAt, Duration maxIdle) implements Lookup {}
}
