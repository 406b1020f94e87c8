package org.wenshu.protocol.ws;

import java.time.Duration;
import java.util.List;

/**
 * Settings of the text2sql stream (contract, section 18).
 *
 * @param paths where the endpoint listens ({@code wenshu.ws.paths})
 * @param allowedOrigins origins that may connect; {@code *} for any ({@code
 *     wenshu.ws.allowed-origins})
 * @param maxConnections further ones get 503 ({@code wenshu.ws.max-connections})
 * @param maxMessageBytes of one message received ({@code wenshu.ws.max-message-bytes})
 * @param maxQuestionChars longer questions are refused ({@code wenshu.ws.max-question-chars})
 * @param maxQueued questions waiting on one connection ({@code wenshu.ws.max-queued})
 * @param maxResultBytes of a result; rows beyond it are dropped ({@code
 *     wenshu.ws.max-result-bytes})
 * @param answers what applies when neither request nor URL says otherwise ({@code
 *     wenshu.ws.stream}, {@code .profile}, {@code .quiet-retry})
 * @param holdDone {@code wenshu.ws.hold-done}
 * @param pacing pause after each chunk ({@code wenshu.ws.pacing})
 * @param coalesce how long chunks may be collected ({@code wenshu.ws.coalesce})
 * @param strictUpstream answer what is not JSON with the terminator alone ({@code
 *     wenshu.ws.strict-upstream})
 * @param logChunks log chunks, at FINE ({@code wenshu.ws.log-chunks})
 * @param logMaxChars longer texts are shortened in the log ({@code wenshu.ws.log-max-chars})
 */
public record WsConfig(
    List<String> paths,
    List<String> allowedOrigins,
    int maxConnections,
    int maxMessageBytes,
    int maxQuestionChars,
    int maxQueued,
    int maxResultBytes,
    AnswerOptions answers,
    HoldDone holdDone,
    Duration pacing,
    Duration coalesce,
    boolean strictUpstream,
    boolean logChunks,
    int logMaxChars) {
  /** Copies the lists. */
  public WsConfig {
    paths = List.copyOf(paths);
    allowedOrigins = List.copyOf(allowedOrigins);
  }

  /** The contract's defaults. */
  public static WsConfig defaults() {
    return new WsConfig(
        List.of("/ws"),
        List.of("*"),
        1000,
        1 << 20,
        8000,
        8,
        8 << 20,
        AnswerOptions.defaults(),
        HoldDone.AUTO,
        Duration.ZERO,
        Duration.ZERO,
        false,
        true,
        2000);
  }
}
