package org.wenshu.protocol.ws;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a client may choose for its answer (contract of the text2sql stream, section 2.4).
 *
 * @param olderDocument profile 1: neither result nor terminator
 * @param id echoed in the result
 * @param quietRetry no frame about a failed execution that is going to be repaired
 */
public record AnswerOptions(
    StreamMode stream, boolean olderDocument, Optional<String> id, boolean quietRetry) {
  private static final int MAX_ID_CHARS = 64;

  /** Deltas, profile 2, no id, failures told. */
  public static AnswerOptions defaults() {
    return new AnswerOptions(StreamMode.DELTA, false, Optional.empty(), false);
  }

  /** These options, except where the source names a valid value for one. */
  AnswerOptions overlaidBy(Function<String, Optional<String>> source) {
    return new AnswerOptions(
        source.apply("stream").flatMap(StreamMode::of).orElse(stream),
        source.apply("profile").flatMap(AnswerOptions::profile).orElse(olderDocument),
        source.apply("id").filter(AnswerOptions::isId).or(() -> id),
        source.apply("quiet_retry").flatMap(AnswerOptions::truth).orElse(quietRetry));
  }

  private static boolean isId(String text) {
    return text.length() <= MAX_ID_CHARS;
  }

  private static Optional<Boolean> profile(String text) {
    return switch (text) {
      case "1" -> Optional.of(true);
      case "2" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Boolean> truth(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
