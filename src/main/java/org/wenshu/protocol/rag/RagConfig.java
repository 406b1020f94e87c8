package org.wenshu.protocol.rag;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Settings of the RAG query protocol (contract, section 10), all {@code wenshu.rag.*}.
 *
 * @param allowedOrigins origins other than the server's own that may connect, and that browsers may
 *     call the facade from; {@code *} for any ({@code allowed-origins})
 * @param maxConnections further ones get 503 ({@code max-connections})
 * @param maxMessageBytes of one message or body received ({@code max-message-bytes})
 * @param maxAnswerBytes of one message sent, at most 100 MB ({@code max-answer-bytes})
 * @param maxQuestionChars longer questions are refused ({@code max-question-chars})
 * @param parallel requests of one connection worked on at once ({@code parallel})
 * @param maxQueued requests of one connection that wait beyond those ({@code max-queued})
 * @param workers requests worked on at once on this server, questions under way not counted ({@code
 *     workers})
 * @param budget of a request that names none ({@code budget})
 * @param facade settings of the HTTP facade
 */
public record RagConfig(
    List<String> allowedOrigins,
    int maxConnections,
    int maxMessageBytes,
    int maxAnswerBytes,
    int maxQuestionChars,
    int parallel,
    int maxQueued,
    int workers,
    Duration budget,
    Facade facade) {
  private static final int LEAST_ANSWER_BYTES = 10_000;
  private static final int MOST_ANSWER_BYTES = 100_000_000;

  /**
   * Settings of the HTTP facade.
   *
   * @param token the credential of requests that bring none ({@code facade-token})
   * @param strictStatus finer statuses than 400 and 500 ({@code facade-strict-status})
   */
  public record Facade(Optional<String> token, boolean strictStatus) {
    /** Never shows the token. */
    @Override
    public String toString() {
      return "Facade[token=" + token.isPresent() + ", strictStatus=" + strictStatus + ']';
    }
  }

  /** Copies the list; rejects sizes that no answer would fit or no client could take. */
  public RagConfig {
    allowedOrigins = List.copyOf(allowedOrigins);
    if (maxAnswerBytes < LEAST_ANSWER_BYTES || maxAnswerBytes > MOST_ANSWER_BYTES) {
      throw new IllegalArgumentException(
          "wenshu.rag.max-answer-bytes must be between 10000 and 100000000");
    }
    if (parallel < 1 || maxQueued < 0 || workers < 1) {
      throw new IllegalArgumentException("wenshu.rag: some requests must be worked on");
    }
  }

  /** The contract's defaults. */
  public static RagConfig defaults() {
    return new RagConfig(
        List.of("*"),
        1000,
        10 << 20,
        1_000_000,
        10_000,
        10,
        20,
        64,
        Duration.ofSeconds(30),
        new Facade(Optional.empty(), false));
  }

  /** Whether a page of that origin may come in. */
  public boolean allowsOrigin(String origin) {
    return allowedOrigins.contains("*") || allowedOrigins.contains(origin);
  }
}
