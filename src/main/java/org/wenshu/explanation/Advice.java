package org.wenshu.explanation;

import java.util.List;
import org.wenshu.question.Wording;

/**
 * What is worth knowing of how a statement runs.
 *
 * @param warnings what costs time, or is missing from the answer
 * @param suggestions what would help
 */
public record Advice(List<Wording> warnings, List<Wording> suggestions) {
  /** Copies the lists. */
  public Advice {
    warnings = List.copyOf(warnings);
    suggestions = List.copyOf(suggestions);
  }
}
