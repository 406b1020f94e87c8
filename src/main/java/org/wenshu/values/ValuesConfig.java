package org.wenshu.values;

import java.time.Duration;
import java.util.List;

/**
 * What is linked, and how.
 *
 * @param dictionaries the groups; the first that has a column wins
 * @param ttl how long loaded values are taken for fresh ({@code wenshu.values.ttl})
 * @param cap distinct values a column may have; one with more is not linked ({@code
 *     wenshu.values.cap})
 * @param firstWait how long a question waits for values that were never loaded ({@code
 *     wenshu.values.first-wait})
 * @param onAmbiguous what to do when values match equally well ({@code wenshu.values.on-ambiguous})
 */
public record ValuesConfig(
    List<ValueDictionary> dictionaries,
    Duration ttl,
    int cap,
    Duration firstWait,
    OnAmbiguous onAmbiguous) {

  /** What to do when several values match equally well. */
  public enum OnAmbiguous {
    /** Take the first in code-point order. */
    BEST,
    /** Take all of them, in an IN list. */
    ALL,
    /** Leave the predicate as it is. */
    KEEP
  }

  /** Copies the list. */
  public ValuesConfig {
    dictionaries = List.copyOf(dictionaries);
  }

  /** Departments and projects, 10 min, 50,000 values, 3 s, the best value. */
  public static ValuesConfig defaults() {
    return new ValuesConfig(
        List.of(
            ValueDictionary.of("department", "DEPT", "DEPARTMENT_NAME"),
            ValueDictionary.of("project", "PROJECT_NAME")),
        Duration.ofMinutes(10),
        50_000,
        Duration.ofSeconds(3),
        OnAmbiguous.BEST);
  }
}
