package org.wenshu.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private final PromptConfig config;
  private final Language language;

  SchemaText(PromptConfig config, Language language) {
    this.config = config;
    this.language = language;
  }

  String of(List<Table> tables) {
    TokenBudget budget = new TokenBudget(config.schemaTokens());
    List<String> texts = new ArrayList<>();
    int omitted = 0;
    for (Table table : tables) {
      TableText text = new TableText(table, config.sampleValues());
      Optional<String> fitting = fitting(text, budget);
      if (fitting.isPresent()) {
        texts.add(fitting.get());
      } else if (texts.isEmpty()) {
        texts.add(leadingColumns(text, table.columns().size(), budget));
      } else {
        omitted++;
      }
    }
    if (omitted > 0) {
      texts.add(OMITTED.in(language).formatted(omitted));
    }
    return String.join("\n\n", texts);
  }

  private static Optional<String> fitting(TableText text, TokenBudget budget) {
    return Optional.of(text.full())
        .filter(budget::take)
        .or(() -> Optional.of(text.brief(Integer.MAX_VALUE)).filter(budget::take));
  }

  private static String leadingColumns(TableText text, int columns, TokenBudget budget) {
    for (int shown = columns / 2; shown > 1; shown /= 2) {
      String brief = text.brief(shown);
      if (budget.take(brief)) {
        return brief;
      }
    }
    return text.brief(1);
  }
}
