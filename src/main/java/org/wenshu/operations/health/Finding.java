package org.wenshu.operations.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wenshu.question.Wording;

/**
 * What a check found. Holds no host names and no text of drivers, because anybody may read it.
 *
 * @param details numbers and words by name, in order
 * @param error a stable word for what is wrong
 */
public record Finding(
    HealthStatus status, Wording message, Map<String, Object> details, Optional<String> error) {
  /** A finding without details. */
  public static Finding of(HealthStatus status, String chinese, String english) {
    return new Finding(status, new Wording(chinese, english), Map.of(), Optional.empty());
  }

  /** Something that does not work, and a stable word for why. */
  public static Finding failure(String error, String chinese, String english) {
    return new Finding(
        HealthStatus.UNHEALTHY, new Wording(chinese, english), Map.of(), Optional.of(error));
  }

  /** The same with one more detail. */
  public Finding with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(details);
    more.put(name, value);
    return new Finding(status, message, more, error);
  }
}
