package org.wenshu.schema.search;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wenshu.schema.Column;
import org.wenshu.schema.Table;

/** What is indexed of a table, and how much a match there tells. */
enum SchemaField {
  NAME(4f) {
    @Override
    String text(Table table) {
      return IdentifierWords.of(table.name());
    }
  },
  COMMENT(3f) {
    @Override
    String text(Table table) {
      return table.comment();
    }
  },
  COLUMNS(1.5f) {
    @Override
    String text(Table table) {
      return joined(table.columns().stream().map(c -> IdentifierWords.of(c.name())));
    }
  },
  COLUMN_COMMENTS(1.5f) {
    @Override
    String text(Table table) {
      return joined(table.columns().stream().map(Column::comment));
    }
  },
  VALUES(1f) {
    @Override
    String text(Table table) {
      return joined(table.columns().stream().flatMap(c -> c.sampleValues().stream()));
    }
  };

  private final float boost;

  SchemaField(float boost) {
    this.boost = boost;
  }

  /** The text to be indexed. */
  abstract String text(Table table);

  float boost() {
    return boost;
  }

  /** Separates by a line end, over which no pair of characters is formed. */
  private static String joined(Stream<String> texts) {
    return texts.filter(t -> !t.isEmpty()).collect(Collectors.joining("\n"));
  }
}
