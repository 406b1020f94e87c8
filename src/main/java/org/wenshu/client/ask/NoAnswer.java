package org.wenshu.client.ask;

import java.util.Map;
import java.util.Optional;
import org.wenshu.client.ErrorType;

/**
 * Why a question has no answer.
 *
 * @param kind what failed
 * @param message the server's words
 * @param lastSql the statement that failed last, where there was one
 * @param members the result message as it came; empty from servers that send none
 */
public record NoAnswer(
    Kind kind, String message, Optional<String> lastSql, Map<String, Object> members) {
  /** What failed, told from the server's words. */
  public enum Kind {
    /** No statement could be made of the question. */
    NO_SQL(ErrorType.MODEL, false),
    /** The statement and its rewrite failed. */
    EXECUTION_FAILED(ErrorType.DATABASE, false),
    /** The request itself was at fault: empty, too long or not understood. */
    INVALID_QUESTION(ErrorType.CALLER, false),
    /** The server has too much to do. */
    BUSY(ErrorType.RESOURCES, true),
    /** Anything else. */
    FAILED(ErrorType.INTERNAL, false);

    private final ErrorType type;
    private final boolean retriable;

    Kind(ErrorType type, boolean retriable) {
      this.type = type;
      this.retriable = retriable;
    }

    /** Who has to act. */
    public ErrorType type() {
      return type;
    }

    /** Whether asking again later may help. */
    public boolean retriable() {
      return retriable;
    }
  }
}
