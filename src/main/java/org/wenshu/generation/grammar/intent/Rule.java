package org.wenshu.generation.grammar.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Replaces items that fit a pattern. The action gives what stands there afterwards, or null when it
 * does not apply after all.
 */
final class Rule {
  private static final int MOST_PASSES = 4;
  private final Pattern pattern;
  private final Function<Pattern.Match, List<Item>> action;

  private Rule(Pattern pattern, Function<Pattern.Match, List<Item>> action) {
    this.pattern = pattern;
    this.action = action;
  }

  static Rule of(String pattern, Function<Pattern.Match, Item> action) {
    return new Rule(
        new Pattern(pattern),
        match -> Optional.ofNullable(action.apply(match)).map(List::of).orElse(null));
  }

  static Rule many(String pattern, Function<Pattern.Match, List<Item>> action) {
    return new Rule(new Pattern(pattern), action);
  }

  /** The items after the rule was applied from the left as often as it fits. */
  List<Item> apply(List<Item> items) {
    List<Item> current = items;
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      List<Item> next = once(current);
      if (next == current) {
        return current;
      }
      current = next;
    }
    return current;
  }

  private List<Item> once(List<Item> items) {
    List<Item> result = null;
    int i = 0;
    while (i < items.size()) {
      Optional<Pattern.Match> match = pattern.at(items, i);
      List<Item> replacement = match.map(action).orElse(null);
      if (replacement != null) {
        if (result == null) {
          result = new ArrayList<>(items.subList(0, i));
        }
        result.addAll(replacement);
        i += match.orElseThrow().length();
      } else {
        if (result != null) {
          result.add(items.get(i));
        }
        i++;
      }
    }
    return result == null ? items : result;
  }
}
