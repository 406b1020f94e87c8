package org.wenshu.ask;

import java.time.Duration;
import java.util.Optional;
import org.wenshu.question.RowWindow;

/**
 * How a question is to be answered.
 *
 * @param timeout for the whole of it, never longer than {@link AskConfig#timeout()}; empty for that
 * @param window which rows are wanted; empty for all that one answer may hold
 * @param reusable whether an answer given lately to the same question may be given again
 * @param dryRun whether to stop before the database: the end is {@link AskEvent.Explained}
 * @param detail what is to be told beside the rows
 */
public record AskOptions(
    Optional<Duration> timeout,
    Optional<RowWindow> window,
    boolean reusable,
    boolean dryRun,
    Insight.Detail detail) {
  private static final AskOptions STANDARD =
      new AskOptions(Optional.empty(), Optional.empty(), false, false);

  /** Options without insight beside the rows; a dry run is explained. */
  public AskOptions(
      Optional<Duration> timeout, Optional<RowWindow> window, boolean reusable, boolean dryRun) {
    this(
        timeout, window, reusable, dryRun, dryRun ? Insight.Detail.EXPLAINED : Insight.Detail.ROWS);
  }

  /** All rows, fresh from the database. */
  public static AskOptions standard() {
    return STANDARD;
  }
}
