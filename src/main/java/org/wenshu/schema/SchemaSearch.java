package org.wenshu.schema;

/** Finds tables and columns by words of their names and comments. Thread-safe. */
public interface SchemaSearch {
  /**
   * What fits the words, most relevant first. Only the visible schema is told of and only it
   * decides on relevance. Never waits; finds nothing before the first scan has ended.
   *
   * @param visible what the caller may know
   * @param limit of each list, at least 1
   */
  SchemaHits search(String words, SchemaSnapshot visible, int limit);
}
