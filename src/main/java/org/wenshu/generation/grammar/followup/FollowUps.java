package org.wenshu.generation.grammar.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wenshu.generation.grammar.intent.Fact;
import org.wenshu.generation.grammar.intent.Intent;
import org.wenshu.generation.grammar.intent.IntentReader;
import org.wenshu.generation.grammar.intent.Item;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.generation.grammar.lexicon.SchemaLexicon;
import org.wenshu.generation.grammar.plan.Analyses;
import org.wenshu.generation.grammar.plan.JoinGraph;
import org.wenshu.generation.grammar.plan.NotPlanned;
import org.wenshu.generation.grammar.sql.SqlWriter;
import org.wenshu.question.EarlierTurn;
import org.wenshu.question.Language;
import org.wenshu.question.Question;
import org.wenshu.question.Wording;
import org.wenshu.schema.SchemaContext;
import org.wenshu.schema.Table;
import org.wenshu.sql.parser.ReadTables;

/**
 * Reads a question with what was asked before it. A question that stands on its own is read as if
 * nothing had been; one that points back, or is only a piece of a question, takes its meaning from
 * the turn it goes on from, which may itself go on from one before. For one question.
 */
public final class FollowUps {
  private static final int MOST_TURNS = 12;
  private final SchemaContext schema;
  private final SchemaLexicon lexicon;
  private final JoinGraph graph;

  /** Reads on the schema that the asker may know. */
  public FollowUps(SchemaContext schema, SchemaLexicon lexicon, JoinGraph graph) {
    this.schema = schema;
    this.lexicon = lexicon;
    this.graph = graph;
  }

  /**
   * What the question asks, all told.
   *
   * @throws Unresolved when it points back at nothing
   * @throws NotPlanned when what it goes on from cannot be changed so
   */
  public Intent read(Question question) {
    return understood(question.text(), question.earlier(), 0).intent();
  }

  /** What the person should know of earlier rows that were taken. */
  public static List<Wording> notices(Intent intent) {
    return intent.shown().stream()
        .filter(shown -> shown.values().size() != 1)
        .map(Messages::taken)
        .distinct()
        .toList();
  }

  private Understood understood(String text, List<EarlierTurn> earlier, int depth) {
    List<Item> words = IntentReader.words(text, lexicon);
    Language order = IntentReader.wordOrder(text);
    Cues cues = Cues.of(words);
    List<Back> backs = Back.in(cues.words());
    if (backs.stream().anyMatch(Back::hasNoun)) {
      return pointed(cues.words(), order, earlier);
    }
    if (backs.isEmpty() && cues.manner() == Cues.Manner.UNMARKED && earlier.isEmpty()) {
      return Understood.plainly(words, order);
    }
    Fragment fragment = Fragment.of(cues.words(), order);
    if (!backs.isEmpty() && !fragment.isUnderstood()) {
      return newest(earlier)
          .map(rows -> put(cues.words(), order, backs.get(0), rows))
          .filter(put -> put.intent().unexplained().isEmpty())
          .map(this::asking)
          .orElse(Understood.plainly(words, order));
    }
    if (!backs.isEmpty() && !fragment.isModifier()) {
      return pronoun(cues.words(), order, backs.get(0), earlier);
    }
    if (!backs.isEmpty() || goesOn(cues, fragment, earlier)) {
      return continued(fragment, cues.manner(), order, earlier, depth);
    }
    return Understood.plainly(words, order);
  }

  /** Whether it is only a piece of a question. */
  private boolean goesOn(Cues cues, Fragment fragment, List<EarlierTurn> earlier) {
    boolean tableless = fragment.namesNoTable();
    return switch (cues.manner()) {
      case INSTEAD -> true;
      case AND -> cues.asks() ? tableless && fragment.isUnderstood() : isPiece(fragment);
      case ONLY, FURTHER -> tableless || isAboutSame(fragment, earlier);
      case UNMARKED -> !earlier.isEmpty() && fragment.isModifier() && fragment.isUnderstood();
    };
  }

  private static boolean isPiece(Fragment fragment) {
    return fragment.namesNoTable() || fragment.alone().isPresent();
  }

  private boolean isAboutSame(Fragment fragment, List<EarlierTurn> earlier) {
    if (earlier.isEmpty()) {
      return false;
    }
    Set<String> read = ReadTables.in(earlier.get(0).sql()).orElse(Set.of());
    return fragment.intent().mentions().stream()
        .allMatch(m -> read.contains(m.table().table().name().toLowerCase(Locale.ROOT)));
  }

  private static boolean mayName(Item noun, Table table) {
    return noun.elements().stream().anyMatch(e -> e.isTable() && e.isOf(table));
  }

  // --- words with a noun: 该用户, these orders ---

  private Understood pointed(List<Item> words, Language order, List<EarlierTurn> earlier) {
    List<Item> rest = words;
    List<Fact.Shown> shown = new ArrayList<>();
    for (List<Back> backs = nouns(rest); !backs.isEmpty(); backs = nouns(rest)) {
      Back back = backs.get(0);
      Fact.Shown rows = spokenOf(rest.get(back.noun()), earlier);
      if (!shown.contains(rows)) {
        shown.add(rows);
      }
      rest = Substitution.without(rest, back, order);
    }
    return asking(new Understood(rest, order, shown, List.of()));
  }

  /** Words that came to nothing but the rows they point at were not understood. */
  private Understood asking(Understood understood) {
    Intent intent = understood.intent();
    List<Item> words = understood.words();
    boolean plain =
        intent.outputs().isEmpty() && intent.asked() == null && intent.groupings().isEmpty();
    boolean amount = words.stream().anyMatch(w -> w.hasTag("howmuch") || w.hasTag("howmany"));
    boolean others = intent.mentions().size() > 1 || words.stream().anyMatch(w -> w.hasTag("verb"));
    boolean asksOther = intent.identity() && others && !asksWhich(words);
    if (plain && (amount || (asksOther && isOfShown(intent)))) {
      throw new NotPlanned("不清楚要问的是什么", "It is not clear what is asked of them");
    }
    return understood;
  }

  private static List<Back> nouns(List<Item> words) {
    return Back.in(words).stream().filter(Back::hasNoun).toList();
  }

  private Fact.Shown spokenOf(Item noun, List<EarlierTurn> earlier) {
    for (EarlierTurn turn : earlier) {
      Optional<Fact.Shown> rows =
          EarlierRows.table(turn, schema.snapshot())
              .filter(table -> mayName(noun, table))
              .flatMap(table -> EarlierRows.of(turn, schema.snapshot()));
      if (rows.isPresent()) {
        return rows.get();
      }
    }
    throw new Unresolved(Messages.notSpokenOf(noun.text()));
  }

  private boolean isOfShown(Intent intent) {
    Table subject = Analyses.subject(intent, schema, lexicon, graph);
    return intent.shown().stream().anyMatch(s -> s.key().isOf(subject));
  }

  private static boolean asksWhich(List<Item> words) {
    return words.stream().anyMatch(w -> w.hasTag("which"));
  }

  // --- words without one: 他的, which of them ---

  private Understood pronoun(
      List<Item> words, Language order, Back back, List<EarlierTurn> earlier) {
    Fact.Shown rows =
        newest(earlier)
            .orElseThrow(
                () -> new Unresolved(Messages.notSpokenOf(words.get(back.place()).text())));
    return asking(put(words, order, back, rows));
  }

  private static Understood put(List<Item> words, Language order, Back back, Fact.Shown rows) {
    List<Item> told = Substitution.of(words, back, named(rows.key().table()), order);
    return new Understood(told, order, List.of(rows), List.of());
  }

  private Optional<Fact.Shown> newest(List<EarlierTurn> earlier) {
    return earlier.stream()
        .flatMap(turn -> EarlierRows.of(turn, schema.snapshot()).stream())
        .findFirst();
  }

  private Optional<Fact.Shown> last(List<EarlierTurn> earlier) {
    return newest(earlier.subList(0, Math.min(1, earlier.size())));
  }

  private static Item named(Table table) {
    return Item.element(table.name(), List.of(new ElementRef(table, null, 1)), List.of());
  }

  // --- pieces of questions: 按月呢, only the active ones ---

  private Understood continued(
      Fragment fragment, Cues.Manner manner, Language order, List<EarlierTurn> earlier, int depth) {
    Understood before = base(order, earlier, depth);
    Intent intent = before.intent();
    Table subject = Analyses.subject(intent, schema, lexicon, graph);
    Optional<Understood> other =
        manner.replaces()
            ? new Replacement(before, subject, last(earlier), graph).by(fragment)
            : Optional.empty();
    return other.orElseGet(
        () -> before.with(change(fragment, manner, intent, named(subject), earlier)));
  }

  private Change change(
      Fragment fragment,
      Cues.Manner manner,
      Intent before,
      Item subject,
      List<EarlierTurn> earlier) {
    requireUnderstood(fragment);
    Change change =
        new Change(fragment.intent(), fragment.counts(), manner, subject, Optional.empty());
    return change.isAboutRowsOf(before)
        ? change.among(last(earlier).orElseThrow(() -> new Unresolved(Messages.nothingBefore())))
        : change;
  }

  private static void requireUnderstood(Fragment fragment) {
    List<String> words = fragment.intent().unexplained();
    if (!words.isEmpty()) {
      throw new NotPlanned(
          "无法理解这些词：" + String.join("、", words),
          "These words could not be understood: " + String.join(", ", words));
    }
  }

  /** The question before; where it is not understood as it was answered, the rows it gave. */
  private Understood base(Language order, List<EarlierTurn> earlier, int depth) {
    if (earlier.isEmpty() || depth >= MOST_TURNS) {
      throw new Unresolved(Messages.nothingBefore());
    }
    EarlierTurn turn = earlier.get(0);
    return asAnswered(turn, earlier.subList(1, earlier.size()), depth + 1)
        .or(
            () ->
                last(earlier)
                    .map(
                        rows ->
                            new Understood(
                                List.of(named(rows.key().table())),
                                order,
                                List.of(rows),
                                List.of())))
        .orElseThrow(() -> new Unresolved(Messages.nothingBefore()));
  }

  private Optional<Understood> asAnswered(EarlierTurn turn, List<EarlierTurn> before, int depth) {
    try {
      Understood understood = understood(turn.question(), before, depth);
      Intent intent = understood.intent();
      if (!intent.unexplained().isEmpty()) {
        return Optional.empty();
      }
      String sql = SqlWriter.write(Analyses.plan(intent, schema, lexicon, graph));
      boolean same = ReadTables.in(sql).equals(ReadTables.in(turn.sql()));
      return same ? Optional.of(understood) : Optional.empty();
    } catch (NotPlanned | Unresolved e) {
      return Optional.empty();
    }
  }
}
