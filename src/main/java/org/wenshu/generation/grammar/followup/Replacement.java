package org.wenshu.generation.grammar.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.intent.Intent;
import org.wenshu.generation.grammar.intent.Item;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.generation.grammar.plan.JoinGraph;
import org.wenshu.question.Language;
import org.wenshu.schema.Table;

/** Puts a single word in the place of its like: 那订单呢, "what about 李四". For one question. */
final class Replacement {
  private final Understood before;
  private final Table subject;
  private final Optional<Fact.Shown> rows;
  private final JoinGraph graph;

  Replacement(Understood before, Table subject, Optional<Fact.Shown> rows, JoinGraph graph) {
    this.before = before;
    this.subject = subject;
    this.rows = rows;
    this.graph = graph;
  }

  /** The question with the word in it; empty where the words are no single word of that kind. */
  Optional<Understood> by(Fragment fragment) {
    return fragment.alone().flatMap(word -> word.isTable() ? table(word) : literal(word));
  }

  private Optional<Understood> literal(Item word) {
    if (word.kind() != Item.Kind.LITERAL) {
      return Optional.empty();
    }
    return replaced(i -> i.kind() == Item.Kind.LITERAL, word);
  }

  /**
   * The same of another table; or, where the question was about certain rows, what that table has
   * of theirs.
   */
  private Optional<Understood> table(Item word) {
    Table other = word.table().table();
    if (other.name().equals(subject.name())) {
      return Optional.empty();
    }
    if (rows.isPresent() && isAboutCertainRows() && graph.any(subject, other).isPresent()) {
      return rows.map(shown -> ofTheirs(word, shown));
    }
    return replaced(i -> names(i, counted()), word);
  }

  /** What takes another's place: what is counted, if anything is, else what is listed. */
  private Table counted() {
    return before.intent().outputs().stream()
        .filter(o -> o.fact() instanceof Fact.Measure m && m.operand() != null)
        .map(o -> ((Fact.Measure) o.fact()).operand())
        .filter(o -> o.isTable() && o.owner() == null)
        .map(o -> o.table().table())
        .findFirst()
        .orElse(subject);
  }

  private boolean isAboutCertainRows() {
    Intent intent = before.intent();
    boolean listed =
        intent.outputs().stream().noneMatch(Item::isMeasure) && intent.groupings().isEmpty();
    boolean particular = intent.conditions().stream().anyMatch(c -> !isTime(c));
    return listed && (rows.get().values().size() == 1 || particular || Change.isCut(intent));
  }

  private static boolean isTime(Fact.Condition condition) {
    return !condition.values().isEmpty() && condition.values().get(0).fact() instanceof Fact.Range;
  }

  private static Understood ofTheirs(Item word, Fact.Shown shown) {
    Table table = shown.key().table();
    Item owner = Item.element(table.name(), List.of(new ElementRef(table, null, 1)), List.of());
    return new Understood(List.of(owner, word), Language.CHINESE, List.of(shown), List.of());
  }

  private Optional<Understood> replaced(java.util.function.Predicate<Item> like, Item word) {
    if (before.words().stream().noneMatch(like)) {
      return Optional.empty();
    }
    List<Item> words = new ArrayList<>();
    before.words().forEach(w -> words.add(like.test(w) ? word : w));
    return Optional.of(before.reworded(words));
  }

  private static boolean names(Item word, Table table) {
    return word.kind() == Item.Kind.ELEMENT
        && word.isTable()
        && word.table().table().name().equals(table.name());
  }
}
