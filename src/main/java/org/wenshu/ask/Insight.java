package org.wenshu.ask;

import java.util.List;
import java.util.Optional;
import org.wenshu.explanation.Explanation;
import org.wenshu.question.Wording;

/**
 * What is told of a statement beside its rows.
 *
 * @param explanation what it does; empty when nobody asked
 * @param plan how the database runs it, a line for each table; empty when nobody asked
 * @param warnings what costs time, or is missing from the answer
 * @param hints what would help
 */
public record Insight(
    Optional<Explanation> explanation, String plan, List<Wording> warnings, List<Wording> hints) {
  /** Nothing is told. */
  public static final Insight NONE = new Insight(Optional.empty(), "", List.of(), List.of());

  /** Copies the lists. */
  public Insight {
    warnings = List.copyOf(warnings);
    hints = List.copyOf(hints);
  }

  /** How much is to be told. */
  public enum Detail {
    /** Nothing. */
    ROWS,
    /** The explanation. */
    EXPLAINED,
    /** Also advice, where so much is read that there may be some. */
    ADVISED,
    /** Also the plan. */
    PLANNED
  }
}
