package org.wenshu.protocol.rag.method;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.wenshu.ask.Insight;
import org.wenshu.protocol.rag.wire.Params;
import org.wenshu.protocol.rag.wire.ResultFormat;
import org.wenshu.question.RowWindow;

/**
 * What a client may choose for its answer (section 4.7).
 *
 * @param limit rows at most
 * @param limitGiven whether the client named the limit
 * @param offset rows left out before them
 * @param explain whether the explanation is told in full, with the plan
 * @param optimize whether hints are told
 * @param timeout of the whole request; empty for the standard budget
 */
record QueryOptions(
    int limit,
    boolean limitGiven,
    int offset,
    ResultFormat format,
    boolean explain,
    boolean optimize,
    Optional<Duration> timeout) {
  private static final int STANDARD_LIMIT = 20;

  /** The rows of a question without options. */
  static final RowWindow STANDARD_WINDOW = new RowWindow(STANDARD_LIMIT, 0);

  private static final int MOST_ROWS = 1000;
  private static final int MOST_SECONDS = 300;

  /** The options in these parameters. */
  static QueryOptions of(Params params) {
    Params options = params.object("options");
    int limit = options.number("limit", 0, 0, MOST_ROWS);
    int seconds = options.number("timeout", 0);
    boolean timed = options.has("timeout");
    if (timed && (seconds < 1 || seconds > MOST_SECONDS)) {
      throw options.invalid("timeout", "必须在 1 到 300 之间", "must be between 1 and 300");
    }
    return new QueryOptions(
        limit == 0 ? STANDARD_LIMIT : limit,
        limit != 0,
        options.number("offset", 0, 0, Integer.MAX_VALUE),
        format(options),
        options.truth("explain", false),
        options.truth("optimize", true),
        timed ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty());
  }

  OptionalInt givenLimit() {
    return limitGiven ? OptionalInt.of(limit) : OptionalInt.empty();
  }

  /** How much is to be found out beside the rows. */
  Insight.Detail detail() {
    if (explain) {
      return Insight.Detail.PLANNED;
    }
    return optimize ? Insight.Detail.ADVISED : Insight.Detail.EXPLAINED;
  }

  private static ResultFormat format(Params options) {
    return options
        .text("format")
        .map(
            name ->
                ResultFormat.named(name)
                    .orElseThrow(
                        () ->
                            options.invalid(
                                "format", "必须是 json、csv 或 table", "must be json, csv or table")))
        .orElse(ResultFormat.JSON);
  }
}
