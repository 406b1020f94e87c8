package org.wenshu.client.ask;

/**
 * What happens on the way from a question to its rows, in order. A stream ends after {@link
 * Answered} or {@link NotAnswered}, of which there is exactly one.
 */
public sealed interface AskEvent {
  /** The server has begun, and has asked the model. */
  enum Stage {
    RECEIVED,
    GENERATING,
    EXECUTING,
    REWRITING,
    EXECUTING_REWRITTEN,
    REWRITTEN_SUCCEEDED
  }

  /** A step was reached; the text is the server's own. */
  record Reached(Stage stage, String text) implements AskEvent {}

  /**
   * A piece of the text that the model writes, prose and fences included.
   *
   * @param text the piece
   * @param replaces whether it stands for all pieces before it, as from servers that repeat
   *     themselves; usually false
   */
  record Chunk(String text, boolean replaces) implements AskEvent {}

  /** The model has written everything; no further {@link Chunk} comes. */
  record Generated() implements AskEvent {}

  /** The statement that is going to be executed. */
  record FinalSql(String sql) implements AskEvent {}

  /** The statement was executed and gave so many rows. */
  record RowsCounted(int rows) implements AskEvent {}

  /** The first execution failed; a rewrite follows. */
  record ExecutionFailed(String message) implements AskEvent {}

  /** What the model wrote to replace the statement. */
  record RewriteWritten(String content) implements AskEvent {}

  /** The statement that replaces the first one. */
  record RewrittenSql(String sql) implements AskEvent {}

  /** The end: rows. */
  record Answered(Answer answer) implements AskEvent {}

  /** The end: no rows, and why. */
  record NotAnswered(NoAnswer reason) implements AskEvent {}

  /** Something a newer server says that this client does not know. */
  record Unknown(String text) implements AskEvent {}
}
