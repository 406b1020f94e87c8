package org.wenshu.suggestion;

import java.util.List;
import java.util.Optional;

/**
 * A table as people speak of it in one language.
 *
 * @param table its name
 * @param noun what its rows are called
 * @param shown labels of columns worth showing, at most three
 * @param filters conditions on columns with few values
 * @param measures labels of columns that can be summed up
 * @param dated whether its rows have a date
 * @param parents nouns of the tables it refers to
 * @param children nouns of the tables that refer to it
 */
record Topic(
    String table,
    String noun,
    List<String> shown,
    List<Filter> filters,
    List<String> measures,
    boolean dated,
    List<String> parents,
    List<String> children) {

  /** A column with few values, and what one of them is called. */
  record Filter(String label, String value) {}

  Optional<Filter> filter() {
    return filters.stream().findFirst();
  }

  Optional<String> measure() {
    return measures.stream().findFirst();
  }
}
