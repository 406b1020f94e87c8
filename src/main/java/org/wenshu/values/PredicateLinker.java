package org.wenshu.values;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wenshu.sql.SqlToken;
import org.wenshu.values.Predicate.Form;

/** Rewrites one predicate (section 9.3, rules 8 and 9). Thread-safe. */
final class PredicateLinker {
  private static final int MAX_ALTERNATIVES = 5;

  private final ValuesConfig config;
  private final LinkFields fields;

  PredicateLinker(ValuesConfig config, KnownColumns known) {
    this.config = config;
    this.fields = new LinkFields(known);
  }

  /** What takes the predicate's place; empty when it stays. */
  Optional<Substitution> link(Predicate predicate) {
    Relation.Origin origin = predicate.column().origin();
    if (origin.column().withheld()) {
      return Optional.empty();
    }
    return config.dictionaries().stream()
        .filter(d -> d.has(origin.table().name(), origin.column().name()))
        .findFirst()
        .flatMap(dictionary -> link(dictionary, predicate));
  }

  private Optional<Substitution> link(ValueDictionary dictionary, Predicate predicate) {
    List<LinkField> reachable = fields.of(dictionary, predicate);
    if (reachable.isEmpty()) {
      return Optional.empty();
    }
    LiteralLinker literals = new LiteralLinker(reachable, config.onAmbiguous());
    Function<SqlToken, LinkedLiteral> link =
        predicate.form() == Form.LIKE ? literals::like : literals::equal;
    List<LinkedLiteral> linked = predicate.literals().stream().map(link).toList();
    return linked.stream().anyMatch(LinkedLiteral::isChanged)
        ? Optional.of(substitution(dictionary, predicate, linked))
        : Optional.empty();
  }

  private static Substitution substitution(
      ValueDictionary dictionary, Predicate predicate, List<LinkedLiteral> linked) {
    List<LinkedLiteral> changed = linked.stream().filter(LinkedLiteral::isChanged).toList();
    List<String> alternatives =
        changed.stream()
            .flatMap(l -> l.alternatives().stream())
            .distinct()
            .limit(MAX_ALTERNATIVES)
            .toList();
    return new Substitution(
        dictionary.group(),
        predicate.source(),
        predicate.form() == Form.IN ? lists(linked) : comparison(linked.get(0)),
        changed.get(0).quality().rule(),
        changed.stream().anyMatch(LinkedLiteral::ambiguous),
        alternatives);
  }

  private static String comparison(LinkedLiteral linked) {
    return linked.values().size() == 1
        ? linked.field().sql() + " = " + linked.values().get(0)
        : list(linked.field(), new LinkedHashSet<>(linked.values()));
  }

  /** One list for each field; a bracketed OR of them when there are several. */
  private static String lists(List<LinkedLiteral> linked) {
    Map<LinkField, Set<String>> byField = new LinkedHashMap<>();
    for (LinkedLiteral literal : linked) {
      byField
          .computeIfAbsent(literal.field(), field -> new LinkedHashSet<>())
          .addAll(literal.values());
    }
    List<String> lists = new ArrayList<>();
    byField.forEach((field, values) -> lists.add(list(field, values)));
    return lists.size() == 1
        ? lists.get(0)
        : lists.stream().collect(Collectors.joining(" OR ", "(", ")"));
  }

  private static String list(LinkField field, Set<String> values) {
    return field.sql() + " IN (" + String.join(", ", values) + ")";
  }
}
