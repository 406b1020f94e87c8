package org.wenshu.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.wenshu.question.Language;
import org.wenshu.question.Wording;
import org.wenshu.schema.Table;

/**
 * Writes tables as compact CREATE TABLE statements within a token budget. Tables come in order of
 * relevance: each is written in full while that fits, else without comments and sample values, else
 * it is counted among the omitted. Of the first table at least the leading columns are shown.
 */
final class SchemaText {
  private static final Wording OMITTED =
      new Wording("-- 另有 %d 张表未列出", "-- %d more tables are not listed");

  private final int tokens;
  private final Function<Table, TableText> texts;
  private final Language language;

  SchemaText(int tokens, Function<Table, TableText> texts, Language language) {
    this.tokens = tokens;
    this.texts = texts;
    this.language = language;
  }

  String of(List<Table> tables) {
    TokenBudget budget = new TokenBudget(tokens);
    List<String> written = new ArrayList<>();
    int omitted = 0;
    for (Table table : tables) {
      TableText text = texts.apply(table);
      Optional<TableText.Sized> fitting = fitting(text, budget);
      if (fitting.isPresent()) {
        written.add(fitting.get().text());
      } else if (written.isEmpty()) {
        written.add(leadingColumns(text, table.columns().size(), budget).text());
      } else {
        omitted++;
      }
    }
    if (omitted > 0) {
      written.add(OMITTED.in(language).formatted(omitted));
    }
    return String.join("\n\n", written);
  }

  private static Optional<TableText.Sized> fitting(TableText text, TokenBudget budget) {
    return Optional.of(text.full())
        .filter(budget::take)
        .or(() -> Optional.of(text.brief(Integer.MAX_VALUE)).filter(budget::take));
  }

  private static TableText.Sized leadingColumns(TableText text, int columns, TokenBudget budget) {
    for (int shown = columns / 2; shown > 1; shown /= 2) {
      TableText.Sized brief = text.brief(shown);
      if (budget.take(brief)) {
        return brief;
      }
    }
    return text.brief(1);
  }
}
