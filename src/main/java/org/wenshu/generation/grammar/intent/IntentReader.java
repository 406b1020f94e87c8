package org.wenshu.generation.grammar.intent;

import java.util.ArrayList;
import java.util.List;
import org.wenshu.generation.grammar.lexicon.SchemaLexicon;
import org.wenshu.question.Language;
import org.wenshu.question.Question;

/** Reads a question: words, items, facts, intent. Stateless. */
public final class IntentReader {
  private static final List<List<Rule>> CHINESE =
      rules(ModifierRules.CHINESE, SuperlativeRules.CHINESE);
  private static final List<List<Rule>> ENGLISH =
      rules(ModifierRules.ENGLISH, SuperlativeRules.ENGLISH);

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
    return new Collector().collect(items(question, lexicon), wordOrder(question));
  }

  /** The language whose word order it follows: an English question may hold a Chinese name. */
  private static Language wordOrder(Question question) {
    int latin = 0;
    int han = 0;
    for (int i = 0; i < question.text().length(); i++) {
      char c = question.text().charAt(i);
      han += Character.isIdeographic(c) ? 1 : 0;
      latin += c < 128 && Character.isLetter(c) ? 1 : 0;
    }
    return latin > 3 * han ? Language.ENGLISH : Language.CHINESE;
  }

  /** The facts of the question, and the items that became none. */
  static List<Item> items(Question question, SchemaLexicon lexicon) {
    List<Item> items = plain(new Tagger(lexicon, lexicon.read(question.text())).items());
    List<List<Rule>> rules = wordOrder(question) == Language.CHINESE ? CHINESE : ENGLISH;
    for (List<Rule> group : rules) {
      for (Rule rule : group) {
        items = rule.apply(items);
      }
    }
    return items;
  }

  /** Without the words that carry nothing; one "and" for each run of commas and ands. */
  private static List<Item> plain(List<Item> items) {
    List<Item> plain = new ArrayList<>();
    for (Item item : items) {
      boolean and = item.hasTag("and") || item.hasTag("comma");
      boolean repeated = and && !plain.isEmpty() && plain.get(plain.size() - 1).hasTag("and");
      if (!item.hasTag("filler") && !item.hasTag("aside") && !repeated) {
        plain.add(and ? Item.keyword(item.text(), AND) : item);
      }
    }
    return plain;
  }

  private static final org.wenshu.generation.grammar.lexicon.Keyword AND =
      new org.wenshu.generation.grammar.lexicon.Keyword("and", "");
}
