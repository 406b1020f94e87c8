package org.wenshu.generation.grammar.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.wenshu.generation.grammar.lexicon.ElementRef;
import org.wenshu.generation.grammar.lexicon.Keyword;
import org.wenshu.generation.grammar.lexicon.SchemaLexicon;
import org.wenshu.generation.grammar.lexicon.SchemaLexicon.Meaning;
import org.wenshu.generation.grammar.lexicon.Segmenter;
import org.wenshu.generation.grammar.lexicon.Token;
import org.wenshu.generation.grammar.lexicon.ValueRef;

/**
 * Chooses one meaning for every word of a question: the choice that explains most of the words by
 * the longest and surest phrases.
 */
final class Tagger {
  private static final double UNKNOWN = -0.5;
  private static final double PLAIN = 0.9;
  private static final double WEAK = 0.5;
  private static final double INFLECTED = 0.9;
  private static final double GUESS = 0.3;
  private static final double VERB = 0.57;
  private static final double QUANTITY = 0.85;
  private static final double FIRM = 1.05;
  private static final double NAMED = 0.9;
  private static final double LONGER = 0.2;
  private static final double LONGER_NAME = 0.4;
  private static final Set<String> WEAK_TAGS =
      Set.of("filler", "back", "only", "again", "unit", "span");
  private static final Set<String> FIRM_TAGS =
      Set.of("count", "agg", "sup", "most", "each", "distinct", "adj", "window");

  private final SchemaLexicon lexicon;
  private final SchemaLexicon.Reading reading;

  Tagger(SchemaLexicon lexicon, SchemaLexicon.Reading reading) {
    this.lexicon = lexicon;
    this.reading = reading;
  }

  List<Item> items() {
    int n = reading.tokens().size();
    double[] worth = new double[n + 1];
    Meaning[] chosen = new Meaning[n];
    Arrays.fill(worth, Double.NEGATIVE_INFINITY);
    worth[n] = 0;
    for (int i = n - 1; i >= 0; i--) {
      worth[i] = alone(reading.tokens().get(i)) + worth[i + 1];
      for (Meaning meaning : reading.meanings().get(i)) {
        double total = weight(meaning, i) + worth[i + meaning.length()];
        if (total > worth[i] + 1e-9) {
          worth[i] = total;
          chosen[i] = meaning;
        }
      }
    }
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < n; i += chosen[i] == null ? 1 : chosen[i].length()) {
      items.add(chosen[i] == null ? bare(reading.tokens().get(i)) : item(i, chosen[i]));
    }
    return items;
  }

  private static double alone(Token token) {
    return switch (token.kind()) {
      case NUMBER, DATE, QUOTED, ABBREVIATION -> PLAIN;
      default -> UNKNOWN;
    };
  }

  private double weight(Meaning meaning, int place) {
    double perWord;
    if (meaning.element() != null) {
      perWord = meaning.certainty();
    } else if (meaning.keyword() != null) {
      perWord = keywordWeight(meaning, place);
    } else {
      perWord = valueWeight(meaning, place);
    }
    double longer = meaning.element() == null ? LONGER : LONGER_NAME;
    return meaning.length() * perWord + longer * (meaning.length() - 1);
  }

  private double keywordWeight(Meaning meaning, int place) {
    String tag = meaning.keyword().tag();
    if ((tag.equals("span") || tag.equals("unit")) && follows(place, Token.Kind.NUMBER)) {
      return FIRM;
    }
    if (tag.equals("quantity")) {
      return QUANTITY;
    }
    if (tag.equals("verb")) {
      return VERB;
    }
    double weight = WEAK_TAGS.contains(tag) ? WEAK : FIRM_TAGS.contains(tag) ? FIRM : PLAIN;
    return weight * meaning.certainty();
  }

  private boolean follows(int place, Token.Kind kind) {
    return place > 0 && reading.tokens().get(place - 1).kind() == kind;
  }

  private double valueWeight(Meaning meaning, int place) {
    Token token = reading.tokens().get(place);
    boolean proper =
        token.kind() != Token.Kind.WORD || Character.isUpperCase(token.text().charAt(0));
    if (meaning.certainty() < INFLECTED) {
      return GUESS;
    }
    double certainty = proper || meaning.length() > 1 ? 0.98 : 0.91;
    return meaning.value().exact() ? certainty : certainty - 0.06;
  }

  private Item item(int place, Meaning chosen) {
    String text = text(place, chosen.length());
    if (chosen.keyword() != null && chosen.keyword().tag().equals("quantity")) {
      return quantity(text, chosen.keyword());
    }
    if (chosen.keyword() != null) {
      return Item.keyword(text, chosen.keyword());
    }
    List<ElementRef> elements = new ArrayList<>();
    List<ValueRef> values = new ArrayList<>();
    for (Meaning meaning : reading.meanings().get(place)) {
      if (meaning.length() == chosen.length()) {
        if (meaning.element() != null) {
          addBest(elements, meaning.element());
        } else if (meaning.value() != null && !values.contains(meaning.value())) {
          values.add(meaning.value());
        }
      }
    }
    elements.sort(
        Comparator.comparingDouble(ElementRef::quality)
            .reversed()
            .thenComparing(e -> !e.isTable()));
    return chosen.element() != null
        ? Item.element(text, elements, values)
        : Item.value(Item.Kind.VALUE, text, values);
  }

  /**
   * The columns that go by the first of the names that names any; near synonyms do not count, for a
   * quantity that goes by another name in a schema is looked for by that name.
   */
  private Item quantity(String text, Keyword quantity) {
    for (String name : quantity.argument().split(",", -1)) {
      List<ElementRef> columns =
          lexicon.columnsNamed(name).stream().filter(c -> c.quality() >= NAMED).toList();
      if (!columns.isEmpty()) {
        return Item.quantity(text, quantity, columns);
      }
    }
    return Item.value(Item.Kind.UNKNOWN, text, List.of());
  }

  private static void addBest(List<ElementRef> elements, ElementRef element) {
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i).names(element)) {
        if (elements.get(i).quality() < element.quality()) {
          elements.set(i, element);
        }
        return;
      }
    }
    elements.add(element);
  }

  private Item bare(Token token) {
    return switch (token.kind()) {
      case NUMBER -> Item.number(Item.Kind.NUMBER, token.text(), token.number(), null);
      case DATE -> Item.fact(token.text(), new Fact.Range(TimeRange.day(token.text())));
      case ABBREVIATION ->
          Item.value(Item.Kind.VALUE, token.text(), lexicon.valuesFor(token.forms().get(0)));
      case QUOTED -> Item.value(Item.Kind.LITERAL, token.text(), lexicon.valuesFor(token.text()));
      case NAME ->
          Item.value(
              isPersonName(token) ? Item.Kind.LITERAL : Item.Kind.UNKNOWN, token.text(), List.of());
      default -> Item.value(Item.Kind.UNKNOWN, token.text(), List.of());
    };
  }

  private static boolean isPersonName(Token token) {
    return token.kind() == Token.Kind.NAME && Segmenter.isSurname(token.text().charAt(0));
  }

  private String text(int place, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = place; i < place + length; i++) {
      Token token = reading.tokens().get(i);
      if (i > place && token.kind() == Token.Kind.WORD) {
        text.append(' ');
      }
      text.append(token.text());
    }
    return text.toString();
  }
}
