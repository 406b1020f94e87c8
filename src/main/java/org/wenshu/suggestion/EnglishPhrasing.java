package org.wenshu.suggestion;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Questions in English. */
final class EnglishPhrasing implements Phrasing {
  private static final List<String> LISTING =
      Stream.of(
              "show",
              "show me",
              "list",
              "find",
              "get",
              "display",
              "give me",
              "fetch",
              "select",
              "please show",
              "please list",
              "i want to see")
          .sorted(Comparator.comparingInt(String::length).reversed())
          .toList();
  private static final String HOW_MANY = "how many";
  private static final List<String> COUNTING =
      List.of(HOW_MANY, "count", "what is", "number of", "total", "average", "what's");

  @Override
  public Opening opening(String partial) {
    String lower = partial.toLowerCase(Locale.ROOT);
    String list =
        LISTING.stream()
            .filter(lower::startsWith)
            .findFirst()
            .map(found -> partial.substring(0, found.length()))
            .orElse("Show");
    String count = lower.startsWith("count") ? partial.substring(0, 5) : "Count";
    return new Opening(list, count, mode(lower));
  }

  private static Mode mode(String lower) {
    if (lower.startsWith("which")) {
      return Mode.WHICH;
    }
    return COUNTING.stream().anyMatch(lower::startsWith) ? Mode.NUMBERS : Mode.ROWS;
  }

  @Override
  public List<Candidate> questions(Topic topic, Opening opening) {
    Lines lines = new Lines(topic);
    String noun = topic.noun();
    String list = opening.list() + " ";
    lines.add(Shape.LIST, list + "all " + noun);
    topic.filter().ifPresent(f -> lines.add(Shape.FILTER, list + noun + condition(f)));
    lines.add(Shape.COUNT, "How many " + noun + " are there?");
    topic
        .filter()
        .ifPresent(
            f ->
                lines.add(
                    Shape.GROUP, "How many " + noun + " are there for each " + f.label() + "?"));
    topic
        .measure()
        .ifPresent(m -> lines.add(Shape.TOP, list + "the 5 " + noun + " with the highest " + m));
    if (topic.dated()) {
      lines.add(Shape.TIME, list + noun + " from the last 7 days");
      lines.add(Shape.TOP, list + "the latest 5 " + noun);
      lines.add(Shape.GROUP, "How many " + noun + " are there per month?");
      lines.add(Shape.TIME, list + noun + " from this month");
    }
    measures(topic, lines);
    joins(topic, opening, lines);
    lines.add(Shape.COUNT, opening.count() + " all " + noun);
    topic
        .filter()
        .ifPresent(f -> lines.add(Shape.COUNT, opening.count() + " the " + noun + condition(f)));
    lines.add(Shape.LIST, list + "the first 10 " + noun);
    if (topic.shown().size() > 1) {
      lines.add(Shape.LIST, list + "the " + pair(topic) + " of all " + noun);
    }
    return lines.all();
  }

  private static void measures(Topic topic, Lines lines) {
    for (String measure : topic.measures().subList(0, Math.min(2, topic.measures().size()))) {
      String noun = topic.noun();
      lines.add(Shape.MEASURE, "What is the average " + measure + " of " + noun + "?");
      lines.add(Shape.MEASURE, "What is the total " + measure + " of all " + noun + "?");
    }
  }

  private static void joins(Topic topic, Opening opening, Lines lines) {
    for (String child : topic.children()) {
      String one = Words.singular(topic.noun());
      lines.add(Shape.JOIN, "How many " + child + " does each " + one + " have?");
      lines.add(Shape.JOIN, opening.list() + " " + topic.noun() + " without any " + child);
    }
    for (String parent : topic.parents()) {
      String each = Words.singular(parent);
      lines.add(Shape.JOIN, "How many " + topic.noun() + " does each " + each + " have?");
    }
  }

  @Override
  public List<Candidate> otherwise(Topic topic) {
    Lines lines = new Lines(topic);
    String noun = topic.noun();
    topic.children().forEach(c -> lines.add(Shape.JOIN, "Which " + noun + " have no " + c + "?"));
    lines.add(Shape.COUNT, "Number of " + noun);
    topic.filter().ifPresent(f -> lines.add(Shape.GROUP, "Number of " + noun + " by " + f.label()));
    for (String measure : topic.measures()) {
      lines.add(Shape.TOP, "Top 5 " + noun + " by " + measure);
      lines.add(Shape.MEASURE, "Average " + measure + " of " + noun);
      lines.add(Shape.MEASURE, "Total " + measure + " of all " + noun);
      lines.add(Shape.TOP, "Which " + noun + " have the highest " + measure + "?");
    }
    if (topic.dated()) {
      lines.add(Shape.TOP, "Latest 5 " + noun);
    }
    return lines.all();
  }

  @Override
  public List<Candidate> endings(Topic topic, Opening opening) {
    Lines lines = new Lines(topic);
    switch (opening.mode()) {
      case ROWS -> rows(topic, lines);
      case NUMBERS -> numbers(topic, lines);
      case WHICH -> which(topic, lines);
    }
    return lines.all();
  }

  private static void rows(Topic topic, Lines lines) {
    topic.filters().forEach(f -> lines.add(Shape.FILTER, condition(f)));
    if (topic.dated()) {
      lines.add(Shape.TIME, " from the last 7 days");
      lines.add(Shape.TIME, " from this month");
    }
    topic.measure().ifPresent(m -> lines.add(Shape.TOP, " sorted by " + m + " from high to low"));
    topic.children().forEach(child -> lines.add(Shape.JOIN, " without any " + child));
    topic.parents().forEach(p -> lines.add(Shape.JOIN, " and their " + p));
  }

  private static void numbers(Topic topic, Lines lines) {
    lines.add(Shape.COUNT, " are there?");
    topic.filter().ifPresent(f -> lines.add(Shape.GROUP, " are there for each " + f.label() + "?"));
    topic
        .filters()
        .forEach(f -> lines.add(Shape.FILTER, " have the " + f.label() + " " + f.value() + "?"));
    if (topic.dated()) {
      lines.add(Shape.GROUP, " are there per month?");
      lines.add(Shape.TIME, " are there from the last 7 days?");
    }
    for (String parent : topic.parents()) {
      lines.add(Shape.JOIN, " does each " + Words.singular(parent) + " have?");
    }
  }

  private static void which(Topic topic, Lines lines) {
    topic.children().forEach(child -> lines.add(Shape.JOIN, " have no " + child + "?"));
    topic.measure().ifPresent(m -> lines.add(Shape.TOP, " have the highest " + m + "?"));
    topic
        .filters()
        .forEach(f -> lines.add(Shape.FILTER, " have the " + f.label() + " " + f.value() + "?"));
  }

  private static String condition(Topic.Filter filter) {
    return " whose " + filter.label() + " is " + filter.value();
  }

  private static String pair(Topic topic) {
    return topic.shown().get(0) + " and " + topic.shown().get(1);
  }
}
