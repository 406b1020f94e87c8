package org.wenshu.security.jwt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads values of claims as JSON left them: strings, numbers, booleans, lists and maps. */
final class ClaimValues {
  /** Beyond it a number with a fraction's type no longer tells neighbours apart. */
  static final double EXACT = 1L << 53;

  private ClaimValues() {}

  /** The value under that name, else, where the name has dots, along it as a path. */
  static Optional<Object> at(Map<String, Object> claims, String name) {
    Object value = claims.get(name);
    return value != null || name.indexOf('.') < 0
        ? Optional.ofNullable(value)
        : at(claims, List.of(name.split("\\.")));
  }

  /** The value at the end of a path through objects. */
  static Optional<Object> at(Map<String, Object> claims, List<String> path) {
    Object value = claims;
    for (String name : path) {
      if (!(value instanceof Map<?, ?> object)) {
        return Optional.empty();
      }
      value = object.get(name);
    }
    return Optional.ofNullable(value);
  }

  /** The elements of a list of strings; empty when it is none, or exceeds a bound. */
  static Optional<List<String>> strings(Object value, int most, int longest) {
    return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
        ? texts(list, most, longest)
        : Optional.empty();
  }

  /** A scalar, or the elements of a list of scalars, as text; empty for all else. */
  static Optional<List<String>> texts(Object value, int most, int longest) {
    List<?> values = value instanceof List<?> list ? list : List.of(value);
    if (values.size() > most) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (Object element : values) {
      String text = text(element);
      if (text == null || text.length() > longest) {
        return Optional.empty();
      }
      texts.add(text);
    }
    return Optional.of(List.copyOf(texts));
  }

  private static String text(Object scalar) {
    if (scalar instanceof Double number) {
      return Math.abs(number) < EXACT
          ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
          : null;
    }
    boolean plain =
        scalar instanceof String
            || scalar instanceof Boolean
            || scalar instanceof Long
            || scalar instanceof Integer;
    return plain ? scalar.toString() : null;
  }
}
