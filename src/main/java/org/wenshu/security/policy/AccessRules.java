package org.wenshu.security.policy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wenshu.security.Caller;
import org.wenshu.security.Permissions;
import org.wenshu.security.policy.AccessRule.Effect;
import org.wenshu.security.policy.AccessRule.Level;
import org.wenshu.security.policy.TableAccess.Reading;

/**
 * All rules, and what they come to. For each question (may this table be read, what of this column,
 * which rows) the nearest rules decide: those about the caller, else those about the caller's
 * roles, else those about everyone. Among equally near ones a named table or column comes before
 * {@code *}, and then the strictest; several filters for rows add up, as roles do. Where no rule
 * says anything, permissions decide. Immutable.
 */
public final class AccessRules {
  private static final AccessRules NONE = new AccessRules(List.of());

  private final List<AccessRule> rules;

  /** These rules; their order means nothing. */
  public AccessRules(List<AccessRule> rules) {
    this.rules =
        rules.stream()
            .sorted(Comparator.comparing(AccessRule::toString))
            .collect(Collectors.toUnmodifiableList());
  }

  /** No rules. */
  public static AccessRules none() {
    return NONE;
  }

  /** The rules in their order of writing down. */
  public List<AccessRule> all() {
    return rules;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AccessRules that && rules.equals(that.rules);
  }

  @Override
  public int hashCode() {
    return rules.hashCode();
  }

  /** What the rules and the permissions of the caller's token come to by themselves. */
  public AccessPolicy policyOf(Caller caller) {
    return policyOf(caller, AccessDefaults.none());
  }

  /** What the rules come to beside the defaults. */
  AccessPolicy policyOf(Caller caller, AccessDefaults defaults) {
    List<AccessRule> about = rules.stream().filter(r -> r.subject().includes(caller)).toList();
    Map<String, TableAccess> tables = new HashMap<>();
    for (AccessRule rule : about) {
      if (!rule.table().equals(AccessRule.EVERY)) {
        tables.computeIfAbsent(rule.table(), t -> access(t, about, caller));
      }
    }
    TableAccess others = access(AccessRule.EVERY, about, caller);
    Permissions permissions = defaults.permissionsOf(caller);
    return new AccessPolicy(
        TablePermissions.of(permissions), tables, others, defaults.maskingFor(permissions));
  }

  private static TableAccess access(String table, List<AccessRule> about, Caller caller) {
    List<AccessRule> rules = about.stream().filter(r -> r.isAboutTable(table)).toList();
    List<AccessRule> columnRules = rules.stream().filter(AccessRule::isAboutColumns).toList();
    Map<String, ColumnAccess> columns = new HashMap<>();
    for (AccessRule rule : columnRules) {
      columns.computeIfAbsent(rule.column(), c -> column(c, columnRules));
    }
    ColumnAccess others = column(AccessRule.EVERY, columnRules);
    columns.remove(AccessRule.EVERY);
    return new TableAccess(reading(rules), filters(rules, caller), columns, others);
  }

  private static Reading reading(List<AccessRule> rules) {
    return decisive(
            rules.stream()
                .filter(r -> r.effect() == Effect.ALLOW_TABLE || r.effect() == Effect.DENY_TABLE)
                .toList(),
            AccessRule::table)
        .map(AccessRules::reading)
        .orElse(Reading.UNDECIDED);
  }

  private static Reading reading(AccessRule rule) {
    if (rule.effect() == Effect.DENY_TABLE) {
      return Reading.DENIED;
    }
    return rule.table().equals(AccessRule.EVERY) ? Reading.ALLOWED : Reading.VOUCHED;
  }

  private static ColumnAccess column(String column, List<AccessRule> columnRules) {
    return decisive(
            columnRules.stream()
                .filter(r -> r.column().equals(column) || r.column().equals(AccessRule.EVERY))
                .toList(),
            AccessRule::column)
        .map(AccessRules::columnAccess)
        .orElse(ColumnAccess.PLAIN);
  }

  private static ColumnAccess columnAccess(AccessRule rule) {
    return switch (rule.effect()) {
      case DENY_COLUMN -> ColumnAccess.HIDDEN;
      case MASK_COLUMN -> ColumnAccess.masked(rule.expression());
      default -> ColumnAccess.PLAIN;
    };
  }

  private static List<RowFilter> filters(List<AccessRule> rules, Caller caller) {
    List<AccessRule> filters =
        rules.stream().filter(r -> r.effect() == Effect.FILTER_ROWS).toList();
    Optional<Level> nearest =
        filters.stream().map(r -> r.subject().level()).max(Comparator.naturalOrder());
    return filters.stream()
        .filter(r -> r.subject().level() == nearest.orElseThrow())
        .map(r -> RowFilter.of(r.expression(), caller))
        .distinct()
        .toList();
  }

  /** The nearest, then the one that names its object, then the strictest. */
  private static Optional<AccessRule> decisive(
      List<AccessRule> candidates, Function<AccessRule, String> object) {
    return candidates.stream()
        .max(
            Comparator.comparing((AccessRule r) -> r.subject().level())
                .thenComparing(r -> !object.apply(r).equals(AccessRule.EVERY))
                .thenComparingInt(r -> strictness(r.effect())));
  }

  private static int strictness(Effect effect) {
    return switch (effect) {
      case DENY_TABLE, DENY_COLUMN -> 2;
      case MASK_COLUMN -> 1;
      case ALLOW_TABLE, ALLOW_COLUMN, FILTER_ROWS -> 0;
    };
  }
}
