package org.wenshu.client.ask;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells what the frames of one question mean, by the state the answer is in and not by their text
 * alone: between the start of the generation and its end every frame is a piece of text, whatever
 * it looks like (contract, section 17). Used by one thread at a time.
 */
final class FrameReader {
  private static final int REPEATS_TO_BE_SURE = 3;
  private static final Map<String, AskEvent.Stage> STAGES =
      Map.of(
          Frames.RECEIVED, AskEvent.Stage.RECEIVED,
          Frames.GENERATING, AskEvent.Stage.GENERATING,
          Frames.EXECUTING, AskEvent.Stage.EXECUTING,
          Frames.REWRITING, AskEvent.Stage.REWRITING,
          Frames.EXECUTING_REWRITTEN, AskEvent.Stage.EXECUTING_REWRITTEN,
          Frames.REWRITTEN_SUCCEEDED, AskEvent.Stage.REWRITTEN_SUCCEEDED);
  private static final Map<String, Function<String, AskEvent>> PREFIXES = prefixes();

  private boolean generating;
  private boolean ended;
  private boolean resultSeen;
  private String lastChunk = "";
  private int repeats;
  private String sql = "";
  private int rows;
  private AskEvent last;

  private static Map<String, Function<String, AskEvent>> prefixes() {
    Map<String, Function<String, AskEvent>> prefixes = new LinkedHashMap<>();
    prefixes.put(Frames.FINAL_SQL, AskEvent.FinalSql::new);
    prefixes.put(Frames.EXECUTION_FAILED, AskEvent.ExecutionFailed::new);
    prefixes.put(Frames.REWRITE_WRITTEN, AskEvent.RewriteWritten::new);
    prefixes.put(Frames.REWRITTEN_SQL, AskEvent.RewrittenSql::new);
    return prefixes;
  }

  /** What the frame means; empty when it means nothing to the one who asked. */
  Optional<AskEvent> read(String frame) {
    if (frame.equals(Frames.END)) {
      ended = true;
      return resultSeen ? Optional.empty() : Optional.of(withoutResult());
    }
    if (generating) {
      return whileGenerating(frame);
    }
    Optional<AskEvent> result = ResultMessage.read(frame);
    if (result.isPresent()) {
      resultSeen = true;
      return result;
    }
    return otherwise(frame);
  }

  /** Whether the last frame of the question has been read. */
  boolean ended() {
    return ended;
  }

  /** Whether servers that know no result message have said their last word. */
  boolean maybeEnded() {
    return last != null || resultSeen;
  }

  /** Whether the result message has come. */
  boolean resultSeen() {
    return resultSeen;
  }

  /** The end as far as it can be told without a result message. */
  AskEvent withoutResult() {
    if (last != null) {
      return last;
    }
    return failed(NoAnswer.Kind.FAILED, "the server ended the question without a result");
  }

  private Optional<AskEvent> whileGenerating(String frame) {
    if (frame.equals(Frames.DONE)) {
      generating = false;
      lastChunk = "";
      return Optional.of(new AskEvent.Generated());
    }
    if (frame.startsWith(Frames.FAILED)) {
      generating = false;
      return otherwise(frame);
    }
    if (frame.isEmpty()) {
      return Optional.empty();
    }
    Optional<AskEvent> result = ResultMessage.read(frame);
    if (result.isPresent()) {
      generating = false;
      resultSeen = true;
      return result;
    }
    return Optional.of(chunk(frame));
  }

  /** Pieces that each begin with all of the one before are no pieces but the text so far. */
  private AskEvent chunk(String frame) {
    boolean repeated = !lastChunk.isEmpty() && frame.startsWith(lastChunk);
    String before = lastChunk;
    lastChunk = frame;
    if (repeats >= REPEATS_TO_BE_SURE) {
      return repeated
          ? new AskEvent.Chunk(frame.substring(before.length()), false)
          : new AskEvent.Chunk(frame, true);
    }
    repeats = repeated ? repeats + 1 : 0;
    return new AskEvent.Chunk(frame, repeats >= REPEATS_TO_BE_SURE);
  }

  private Optional<AskEvent> otherwise(String frame) {
    AskEvent.Stage stage = STAGES.get(frame);
    if (stage != null) {
      return Optional.of(reached(stage, frame));
    }
    if (frame.equals(Frames.DONE)) {
      return Optional.of(new AskEvent.Generated());
    }
    for (Map.Entry<String, Function<String, AskEvent>> each : PREFIXES.entrySet()) {
      if (frame.startsWith(each.getKey())) {
        return Optional.of(remember(each.getValue().apply(rest(frame, each.getKey()))));
      }
    }
    return terminal(frame);
  }

  private AskEvent reached(AskEvent.Stage stage, String frame) {
    generating = stage == AskEvent.Stage.GENERATING;
    if (stage == AskEvent.Stage.REWRITTEN_SUCCEEDED) {
      last = answered();
    }
    return new AskEvent.Reached(stage, frame);
  }

  private AskEvent remember(AskEvent event) {
    if (event instanceof AskEvent.FinalSql found) {
      sql = found.sql();
    } else if (event instanceof AskEvent.RewrittenSql found) {
      sql = found.sql();
    }
    return event;
  }

  private Optional<AskEvent> terminal(String frame) {
    if (frame.startsWith(Frames.ROWS)) {
      rows = number(rest(frame, Frames.ROWS));
      last = answered();
      return Optional.of(new AskEvent.RowsCounted(rows));
    }
    if (frame.startsWith(Frames.REWRITTEN_FAILED)) {
      last = failed(NoAnswer.Kind.EXECUTION_FAILED, frame);
    } else if (frame.equals(Frames.NO_SQL)) {
      last = failed(NoAnswer.Kind.NO_SQL, frame);
    } else if (frame.startsWith(Frames.FAILED)) {
      last = failed(NoAnswer.Kind.FAILED, Frames.RESULT_FAILED + rest(frame, Frames.FAILED));
    } else {
      return Optional.of(new AskEvent.Unknown(frame));
    }
    return Optional.empty();
  }

  private AskEvent answered() {
    return new AskEvent.Answered(
        new Answer("", sql, List.of(), rows, "", false, Optional.empty(), false, "", Map.of()));
  }

  private AskEvent failed(NoAnswer.Kind kind, String message) {
    Optional<String> failedSql = sql.isEmpty() ? Optional.empty() : Optional.of(sql);
    return new AskEvent.NotAnswered(new NoAnswer(kind, message, failedSql, Map.of()));
  }

  private static String rest(String frame, String prefix) {
    return frame.substring(prefix.length());
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits.strip());
    } catch (NumberFormatException noNumber) {
      return 0;
    }
  }
}
