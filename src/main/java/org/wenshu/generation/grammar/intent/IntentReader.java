package org.wenshu.generation.grammar.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wenshu.generation.grammar.lexicon.SchemaLexicon;
import org.wenshu.question.Language;
import org.wenshu.question.Question;

/** Reads a question: words, items, facts, intent. Stateless. */
public final class IntentReader {
  private static final List<List<Rule>> CHINESE =
      rules(ModifierRules.CHINESE, SuperlativeRules.CHINESE);
  private static final List<List<Rule>> ENGLISH =
      rules(ModifierRules.ENGLISH, SuperlativeRules.ENGLISH);

  private static final Set<String> IDLE = Set.of("filler", "aside", "back", "only", "again");

  private IntentReader() {}

  private static List<List<Rule>> rules(List<Rule> modifiers, List<Rule> superlatives) {
    return List.of(
        TimeRules.ALL,
        BoundRules.ALL,
        OrderRules.EXTREMES,
        NameRules.ALL,
        WholeRules.ALL,
        ConditionRules.VALUES,
        modifiers,
        SuperlativeRules.SHARED,
        MeasureRules.ALL,
        OrderRules.ALL,
        ConditionRules.ALL,
        MeasureRules.LATER,
        superlatives,
        AbsenceRules.ALL,
        GroupRules.ALL);
  }

  /** What the question asks of the schema the lexicon is of. */
  public static Intent read(Question question, SchemaLexicon lexicon) {
    return read(words(question.text(), lexicon), wordOrder(question.text()));
  }

  /** What words ask that were perhaps changed since they were found. */
  public static Intent read(List<Item> words, Language order) {
    return new Collector().collect(items(words, order), order);
  }

  /** Every word of a text with what it may mean, before anything is made of it. */
  public static List<Item> words(String text, SchemaLexicon lexicon) {
    return new Tagger(lexicon, lexicon.read(text)).items();
  }

  /** The language whose word order it follows: an English question may hold a Chinese name. */
  public static Language wordOrder(String text) {
    int latin = 0;
    int han = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      han += Character.isIdeographic(c) ? 1 : 0;
      latin += c < 128 && Character.isLetter(c) ? 1 : 0;
    }
    return latin > 3 * han ? Language.ENGLISH : Language.CHINESE;
  }

  /** The facts of the question, and the items that became none. */
  private static List<Item> items(List<Item> words, Language order) {
    List<Item> items = plain(words);
    List<List<Rule>> rules = order == Language.CHINESE ? CHINESE : ENGLISH;
    for (List<Rule> group : rules) {
      for (Rule rule : group) {
        items = rule.apply(items);
      }
    }
    return items;
  }

  private static String tag(Item item) {
    return item.keyword() == null ? "" : item.keyword().tag();
  }

  /** Without the words that carry nothing; one "and" for each run of commas and ands. */
  private static List<Item> plain(List<Item> items) {
    List<Item> plain = new ArrayList<>();
    for (Item item : items) {
      boolean and = item.hasTag("and") || item.hasTag("comma");
      boolean repeated = and && !plain.isEmpty() && plain.get(plain.size() - 1).hasTag("and");
      if (!IDLE.contains(tag(item)) && !repeated) {
        plain.add(and ? Item.keyword(item.text(), AND) : item);
      }
    }
    return plain;
  }

  private static final org.wenshu.generation.grammar.lexicon.Keyword AND =
      new org.wenshu.generation.grammar.lexicon.Keyword("and", "");
}
