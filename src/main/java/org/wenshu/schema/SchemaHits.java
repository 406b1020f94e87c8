package org.wenshu.schema;

import java.util.List;

/**
 * What a search of the schema found (contract RAG-MCP, section 4.11).
 *
 * @param tables most relevant first
 * @param columns most relevant first
 */
public record SchemaHits(List<TableHit> tables, List<ColumnHit> columns) {
  /** Copies the lists. */
  public SchemaHits {
    tables = List.copyOf(tables);
    columns = List.copyOf(columns);
  }

  /**
   * A table that was found.
   *
   * @param comment empty when there is none
   * @param relevance from 0, exclusive, to 1: all words of the search, and nothing else
   */
  public record TableHit(String name, String comment, double relevance) {}

  /**
   * A column that was found.
   *
   * @param comment empty when there is none
   * @param relevance from 0, exclusive, to 1
   */
  public record ColumnHit(String table, String column, String comment, double relevance) {}
}
