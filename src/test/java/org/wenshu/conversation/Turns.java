package org.wenshu.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.wenshu.question.EarlierTurn.Keys;
import org.wenshu.question.EarlierTurn.Subject;

/** Turns for tests, with few words. */
final class Turns {
  private Turns() {}

  static Turn success(String question, Instant at, Object... keys) {
    return new Turn(
        question,
        Optional.empty(),
        Optional.of("SELECT * FROM users"),
        Optional.of(new Subject("users", Optional.of(new Keys("id", List.of(keys))))),
        at,
        Optional.empty(),
        Duration.ofMillis(25),
        Optional.of("users"),
        OptionalInt.empty());
  }

  static Turn failure(String question, Instant at) {
    return new Turn(
        question,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        at,
        Optional.of("无法理解"),
        Duration.ofNanos(7),
        Optional.empty(),
        OptionalInt.of(5));
  }
}
