package org.wenshu.generation.grammar.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wenshu.question.Language;

/** Gathers the items that are left after all rules into an intent. For one question. */
final class Collector {
  private static final Set<String> IDLE =
      Set.of(
          "filler", "show", "of", "and", "in", "with", "be", "verb", "comma", "stop", "unit",
          "group", "grouped", "analyse", "started", "or", "to", "each", "howmuch");
  private static final Set<String> ANALYSES =
      Set.of("growth", "trend", "composition", "repurchase", "margin", "bucket", "percent");

  private final List<Item> outputs = new ArrayList<>();
  private final List<Item> mentions = new ArrayList<>();
  private final List<Fact.Condition> conditions = new ArrayList<>();
  private final List<Fact.Either> eithers = new ArrayList<>();
  private final List<Item> absences = new ArrayList<>();
  private final List<Item> groupings = new ArrayList<>();
  private final List<Fact.Period> calendar = new ArrayList<>();
  private final List<Fact.Superlative> superlatives = new ArrayList<>();
  private final List<Fact.Ordering> orderings = new ArrayList<>();
  private final List<Integer> limits = new ArrayList<>();
  private final List<String> analyses = new ArrayList<>();
  private final List<String> unexplained = new ArrayList<>();
  private final List<Item> wholes = new ArrayList<>();
  private boolean keepAll;
  private boolean distinct;
  private boolean identity;
  private boolean opening;
  private boolean listed;
  private Item asked;
  private Item anchor;

  Intent collect(List<Item> items, Language language) {
    Item before = null;
    for (int i = 0; i < items.size(); i++) {
      Item after = i + 1 < items.size() ? items.get(i + 1) : null;
      anchor = anchor(items, i, language);
      opening = i < 2;
      listed = isListed(items, i);
      add(items.get(i), before, after);
      whichColumn(before, items.get(i));
      before = items.get(i);
    }
    return new Intent(
        language,
        outputs,
        mentions,
        conditions,
        eithers,
        absences,
        groupings,
        calendar,
        superlatives,
        orderings,
        limits,
        wholes,
        keepAll,
        distinct,
        identity,
        asked,
        analyses,
        unexplained,
        List.of());
  }

  /** The table named nearest: before in English, after in Chinese, else on the other side. */
  private static Item anchor(List<Item> items, int place, Language language) {
    int first = language == Language.ENGLISH ? -1 : 1;
    for (int direction : new int[] {first, -first}) {
      for (int i = place + direction; i >= 0 && i < items.size(); i += direction) {
        Item table = tableOf(items.get(i));
        if (table != null) {
          return table;
        }
      }
    }
    return null;
  }

  private static Item tableOf(Item item) {
    if (item.kind() == Item.Kind.ELEMENT) {
      return item.owner() != null ? item.owner() : item.isTable() ? item : null;
    }
    if (item.fact() instanceof Fact.Measure measure && measure.operand() != null) {
      return tableOf(measure.operand());
    }
    if (item.fact() instanceof Fact.Superlative superlative) {
      return tableOf(superlative.subject());
    }
    if (item.fact() instanceof Fact.Absence absence) {
      return absence.table();
    }
    return null;
  }

  /** "Which cities" wants each city once. */
  private void whichColumn(Item before, Item item) {
    if (before == null || !before.hasTag("which") || item.kind() != Item.Kind.ELEMENT) {
      return;
    }
    if (outputs.contains(item) && !isIdentity(before.text())) {
      distinct = true;
    } else if (asked == null) {
      asked = item;
    }
  }

  private void add(Item item, Item before, Item after) {
    switch (item.kind()) {
      case KEYWORD -> addKeyword(item);
      case FACT -> addFact(item, item.fact());
      case ELEMENT -> addElement(item);
      case VALUE -> conditions.add(bare(item));
      case YEAR -> conditions.add(bare(item));
      case NUMBER -> unexplained.add(item.text());
      case LITERAL, UNKNOWN -> addLiteral(item, before, after);
    }
  }

  private void addKeyword(Item item) {
    String tag = item.keyword().tag();
    if (tag.equals("distinct")) {
      distinct = true;
    } else if (tag.equals("which")
        || (isIdentity(item.text()) && (opening || item.text().contains("谁")))) {
      identity = true;
    } else if (ANALYSES.contains(tag)) {
      analyses.add(tag);
    } else if (!IDLE.contains(tag)) {
      unexplained.add(item.text());
    }
  }

  /** A table after "and" in a list of columns stands for its rows' names. */
  private boolean isListed(List<Item> items, int place) {
    int and = place - 1;
    while (and > 0 && items.get(and).hasTag("which")) {
      and--;
    }
    if (and < 1 || !items.get(and).hasTag("and")) {
      return false;
    }
    Item before = items.get(and - 1);
    boolean column = outputs.contains(before) && before.kind() == Item.Kind.ELEMENT;
    boolean ofTable =
        and > 2
            && before.isTable()
            && items.get(and - 2).hasTag("of")
            && outputs.contains(items.get(and - 3));
    return column || ofTable;
  }

  private static boolean isIdentity(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return lower.startsWith("what") || lower.equals("who") || lower.contains("谁");
  }

  private void addElement(Item item) {
    boolean verb = item.text().endsWith("ed") && !item.isTable() && item.owner() == null;
    if (verb && !(mentions.isEmpty() && outputs.isEmpty())) {
      return;
    }
    if (item.owner() != null || !item.isTable() || betterAsColumn(item)) {
      outputs.add(item);
    } else {
      (listed ? outputs : mentions).add(item);
    }
  }

  private static boolean betterAsColumn(Item item) {
    return item.isColumn() && item.elements().get(0).quality() > item.table().quality() + 0.02;
  }

  private void addFact(Item item, Fact fact) {
    if (fact instanceof Fact.Measure) {
      outputs.add(item);
    } else if (fact instanceof Fact.Condition condition) {
      conditions.add(condition);
    } else if (fact instanceof Fact.Superlative superlative) {
      superlatives.add(superlative);
    } else if (fact instanceof Fact.Ordering ordering) {
      orderings.add(ordering);
    } else if (fact instanceof Fact.Grouping grouping) {
      addGrouping(grouping.subject());
    } else if (fact instanceof Fact.Calendar period) {
      calendar.add(period.period());
    } else if (fact instanceof Fact.Absence absence) {
      absences.add(absence.table());
    } else if (fact instanceof Fact.Limit limit) {
      limits.add(limit.rows());
    } else if (fact instanceof Fact.Whole whole) {
      wholes.add(whole.table());
    } else if (fact instanceof Fact.KeepAll) {
      keepAll = true;
    } else if (fact instanceof Fact.Either either) {
      eithers.add(either);
    } else if (fact instanceof Fact.Range) {
      conditions.add(bare(item));
    } else if (fact instanceof Fact.Bound bound) {
      addBound(item, bound);
    }
  }

  /** "Each singer's name" wants the name, one row for each singer. */
  private void addGrouping(Item subject) {
    boolean possessive = subject.text().contains(" 的 ") || subject.text().contains(" 's ");
    if (possessive && subject.owner() != null && subject.owner().isTable()) {
      outputs.add(subject);
      groupings.add(subject.owner());
    } else {
      groupings.add(subject);
    }
  }

  private void addBound(Item item, Fact.Bound bound) {
    if (bound.values().stream().allMatch(v -> v.kind() == Item.Kind.YEAR)) {
      conditions.add(
          new Fact.Condition(bare(item).subject(), bound.comparison(), bound.values(), false));
    } else {
      unexplained.add(item.text());
    }
  }

  private Fact.Condition bare(Item value) {
    Item near = anchor != null && anchor.isTable() ? anchor : null;
    return new Fact.Condition(near, Comparison.EQ, List.of(value), false);
  }

  /** Quotations and names do; other words only where they look like one. */
  private static boolean mayName(Item item, Item after) {
    return item.kind() == Item.Kind.LITERAL
        || Character.isUpperCase(item.text().charAt(0))
        || (after != null && (after.hasTag("of") || after.hasTag("verb")));
  }

  /** A quotation or unknown word names the row of the table beside it. */
  private void addLiteral(Item item, Item before, Item after) {
    if (!item.values().isEmpty()) {
      conditions.add(bare(item));
    } else if (before != null && before.isTable() && mayName(item, after)) {
      conditions.add(new Fact.Condition(before, Comparison.EQ, List.of(item), false));
    } else if (after != null && after.isTable() && item.kind() == Item.Kind.LITERAL) {
      conditions.add(new Fact.Condition(after, Comparison.EQ, List.of(item), false));
    } else {
      unexplained.add(item.text());
    }
  }
}
