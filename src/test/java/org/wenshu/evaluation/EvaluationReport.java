package org.wenshu.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Renders scores as Markdown: figures first, then every question that was not answered rightly. */
final class EvaluationReport {
  /** Spider's classes in their order; others follow by name. */
  private static final List<String> HARDNESS = List.of("easy", "medium", "hard", "extra");

  private final String title;
  private final List<Scored> scored;

  EvaluationReport(String title, List<Scored> scored) {
    this.title = title;
    this.scored = List.copyOf(scored);
  }

  String markdown() {
    return "# " + title + "\n\n" + figures() + "\n## Not answered rightly\n\n" + failures();
  }

  /** One table: language by hardness, then language by database. */
  String figures() {
    StringBuilder table = new StringBuilder();
    table.append("| wording | class | questions | answered | right | wrong | failed | abstained |");
    table.append(" accuracy | right of answered |\n");
    table.append("| --- | --- ").append("| ---: ".repeat(8)).append("|\n");
    for (String variant : distinct(scored, Scored::variant)) {
      List<Scored> asked = scored.stream().filter(s -> s.variant().equals(variant)).toList();
      table.append(line(variant, "all", asked));
      rows(table, variant, asked, Scored::hardness);
      rows(table, variant, asked, Scored::database);
    }
    return table.toString();
  }

  private static void rows(
      StringBuilder table, String variant, List<Scored> asked, Function<Scored, String> by) {
    List<String> groups = distinct(asked, by);
    if (groups.size() > 1) {
      for (String group : groups) {
        List<Scored> members = asked.stream().filter(s -> by.apply(s).equals(group)).toList();
        table.append(line(variant, group, members));
      }
    }
  }

  private static List<String> distinct(List<Scored> scored, Function<Scored, String> by) {
    Comparator<String> known =
        Comparator.comparingInt(
            name -> HARDNESS.contains(name) ? HARDNESS.indexOf(name) : HARDNESS.size());
    return scored.stream()
        .map(by)
        .distinct()
        .sorted(known.thenComparing(Comparator.naturalOrder()))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String line(String variant, String group, List<Scored> scored) {
    Tally t = Tally.of(scored);
    return "| %s | %s | %d | %d | %d | %d | %d | %d | %s | %s |%n"
        .formatted(
            variant,
            group,
            t.questions(),
            t.answered(),
            t.right(),
            t.wrong(),
            t.failed(),
            t.abstained(),
            Tally.percent(t.accuracy()),
            Tally.percent(t.precision()));
  }

  /** Every question not answered rightly, with the SQL that was run and the gold statement. */
  String failures() {
    return scored.stream()
        .filter(s -> s.verdict() != Verdict.RIGHT)
        .map(EvaluationReport::failure)
        .collect(Collectors.joining("\n"));
  }

  private static String failure(Scored s) {
    String where =
        s.database() + (s.hardness().isEmpty() ? "" : ", " + s.hardness()) + ", " + s.variant();
    return "- **%s** %s (%s): %s%n".formatted(s.verdict(), s.id(), where, s.question())
        + (s.note().isEmpty() ? "" : "  - note: %s%n".formatted(s.note()))
        + (s.sql().isEmpty() ? "" : "  - asked: `` %s ``%n".formatted(s.sql()))
        + "  - gold: `` %s ``%n".formatted(s.gold().isEmpty() ? "abstain" : s.gold().get(0));
  }
}
