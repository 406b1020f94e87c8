package org.wenshu.explanation;

import java.util.ArrayList;
import java.util.List;
import org.wenshu.question.Language;
import org.wenshu.schema.Column;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.sql.tree.Expression;
import org.wenshu.sql.tree.Query;
import org.wenshu.sql.tree.Select;

/**
 * Explains statements (contract of the RAG query protocol, sections 4.7 and 4.8) from their trees
 * and the catalogue as the caller may know it, so that it can tell of nothing that is withheld.
 * Understands everything the guard admits: what has no words is shown as SQL. Thread-safe; waits
 * for nothing.
 */
public final class SqlExplainer {
  /**
   * What the statement does.
   *
   * @param drafted the statement as drafted, before rules of access are written into it
   * @param visible the catalogue as the caller may know it
   * @param language of the question
   */
  public Explanation explain(Query drafted, SchemaSnapshot visible, Language language) {
    Reading reading = new Readings(visible).read(drafted);
    Speech speech = new Speech(language);
    Outline outline = Outline.of(reading, speech);
    return new Explanation(
        Intents.of(reading),
        outline.tables(),
        columns(reading.first()),
        outline.conditions().stream().map(c -> spaced(c, speech.words)).toList(),
        outline.operations(),
        outline.complexity(),
        spaced(speech.briefs.of(reading), speech.words),
        spaced(Steps.of(reading, speech), speech.words));
  }

  private static String spaced(String text, Words words) {
    return words.isChinese() ? Spacing.of(text) : text;
  }

  private static List<String> columns(Level level) {
    List<String> columns = new ArrayList<>();
    for (Select.Item item : level.select().items()) {
      if (item.expression() instanceof Expression.Star star) {
        level.starSources(star).forEach(s -> columns.addAll(columns(s, level)));
      } else {
        columns.add(SqlText.of(item.expression()));
      }
    }
    return columns;
  }

  private static List<String> columns(Source source, Level level) {
    String qualifier = level.sources().size() > 1 ? source.alias() + "." : "";
    if (source.table().isPresent()) {
      List<Column> stored = source.table().orElseThrow().columns();
      return stored.stream().map(c -> qualifier + c.name()).toList();
    }
    return source
        .level()
        .map(l -> l.select().items().stream().map(i -> qualifier + Level.label(i)).toList())
        .orElse(List.of(qualifier + "*"));
  }
}
