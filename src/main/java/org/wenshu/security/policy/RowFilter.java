package org.wenshu.security.policy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wenshu.security.Caller;

/**
 * A condition that rows must meet for one caller. Immutable.
 *
 * @param condition SQL in which {@code :name} stands for an attribute of the caller, {@code
 *     :caller} for the caller's name and {@code :roles} for the roles; outside of quotes only
 * @param values of the attributes that the condition names; none for an attribute the caller lacks
 */
public record RowFilter(String condition, Map<String, List<String>> values) {
  /** Quoted text comes first, so that a colon in it stands for itself. */
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "'(?:[^'\\\\]|\\\\.|'')*'|\"(?:[^\"\\\\]|\\\\.|\"\")*\"|`[^`]*`"
              + "|:([A-Za-z_][A-Za-z0-9_.-]*)",
          Pattern.DOTALL);

  /** Copies the values, in one order. */
  public RowFilter {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  static RowFilter of(String condition, Caller caller) {
    Map<String, List<String>> values = new TreeMap<>();
    ATTRIBUTE
        .matcher(condition)
        .results()
        .map(found -> found.group(1))
        .filter(name -> name != null)
        .forEach(name -> values.put(name, attribute(name, caller)));
    return new RowFilter(condition, values);
  }

  private static List<String> attribute(String name, Caller caller) {
    return switch (name) {
      case "caller" -> List.of(caller.name());
      case "roles" -> caller.roles().stream().sorted().toList();
      default -> caller.attributes().getOrDefault(name, List.of());
    };
  }

  /**
   * The condition with literals in the place of attributes: several values become a list, none
   * becomes NULL, which no comparison meets.
   */
  public String withLiterals(Function<String, String> literal) {
    return ATTRIBUTE
        .matcher(condition)
        .replaceAll(found -> Matcher.quoteReplacement(replacement(found, literal)));
  }

  private String replacement(MatchResult found, Function<String, String> literal) {
    if (found.group(1) == null) {
      return found.group();
    }
    List<String> all = values.getOrDefault(found.group(1), List.of());
    return all.isEmpty() ? "NULL" : all.stream().map(literal).collect(Collectors.joining(", "));
  }
}
