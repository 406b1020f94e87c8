package org.wenshu.suggestion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wenshu.guard.PermittedSchema;

/**
 * Takes suggestions, best group first, and within a group of varied shapes and tables, until there
 * are enough or as many were tried as one answer may cost. For one answer.
 */
final class Selection {
  private static final int TRIED_ANYWAY = 12;
  private static final int TRIED_FOR_EACH = 2;

  private final Verifier verifier;
  private final PermittedSchema schema;
  private final int limit;
  private final Set<String> taken = new LinkedHashSet<>();
  private final List<String> chosen = new ArrayList<>();
  private int tried;

  /** Never suggests the text that is there already. */
  Selection(Verifier verifier, PermittedSchema schema, int limit, String already) {
    this.verifier = verifier;
    this.schema = schema;
    this.limit = limit;
    taken.add(folded(already));
  }

  Selection add(List<Candidate> group) {
    for (Candidate candidate : mixed(group)) {
      if (chosen.size() >= limit || tried >= TRIED_ANYWAY + TRIED_FOR_EACH * limit) {
        return this;
      }
      if (!taken.contains(folded(candidate.text()))) {
        take(candidate);
      }
    }
    return this;
  }

  List<String> chosen() {
    return List.copyOf(chosen);
  }

  /** Two questions answered by the same statement are one. */
  private void take(Candidate candidate) {
    tried++;
    Optional<String> statement = verifier.answer(candidate, schema);
    if (statement.isPresent() && taken.add(statement.get())) {
      taken.add(folded(candidate.text()));
      chosen.add(candidate.text());
    }
  }

  /**
   * One of each shape in turn, each from another table: of the shape that comes second the table
   * that comes second is asked first, and so on.
   */
  private static List<Candidate> mixed(List<Candidate> group) {
    Map<Shape, Map<String, List<Candidate>>> left = new EnumMap<>(Shape.class);
    for (Candidate candidate : group) {
      left.computeIfAbsent(candidate.shape(), s -> new LinkedHashMap<>())
          .computeIfAbsent(candidate.table(), t -> new ArrayList<>())
          .add(candidate);
    }
    List<Candidate> mixed = new ArrayList<>(group.size());
    for (int round = 0; mixed.size() < group.size(); round++) {
      int place = round;
      for (Map<String, List<Candidate>> ofShape : left.values()) {
        next(ofShape, place++).ifPresent(mixed::add);
      }
    }
    return mixed;
  }

  private static Optional<Candidate> next(Map<String, List<Candidate>> ofShape, int place) {
    if (ofShape.isEmpty()) {
      return Optional.empty();
    }
    List<String> tables = List.copyOf(ofShape.keySet());
    String table = tables.get(place % tables.size());
    List<Candidate> candidates = ofShape.get(table);
    Candidate first = candidates.remove(0);
    if (candidates.isEmpty()) {
      ofShape.remove(table);
    }
    return Optional.of(first);
  }

  private static String folded(String text) {
    return text.replaceAll("[\\s?？。.]+", "").toLowerCase(Locale.ROOT);
  }
}
