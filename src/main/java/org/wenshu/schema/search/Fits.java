package org.wenshu.schema.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wenshu.schema.Column;
import org.wenshu.schema.Comment;
import org.wenshu.schema.Table;
import org.wenshu.schema.search.SearchWords.Match;

/** How well tables and columns fit one search. Confined to it. */
final class Fits {
  private final Terms terms;
  private final SearchWords searched;
  private final Map<String, Match> tables = new HashMap<>();

  Fits(Terms terms, SearchWords searched) {
    this.terms = terms;
    this.searched = searched;
  }

  double of(Table table) {
    return searched.fit(match(table), Match.NONE);
  }

  /** Words that the table of a column has count as found, but make no column fit. */
  double of(Table table, Column column) {
    return searched.fit(match(column.name(), column.comment(), match(table)), match(table));
  }

  private Match match(Table table) {
    return tables.computeIfAbsent(table.name(), name -> match(name, table.comment(), Match.NONE));
  }

  private Match match(String name, String comment, Match around) {
    List<String> words = terms.of(IdentifierWords.of(name));
    Match best = words.size() > 2 ? ofParts(words, around) : searched.match(words);
    best =
        better(
            best,
            searched.match(terms.of(String.join(" ", Comment.parse(comment).labels()))),
            around);
    return better(best, searched.match(terms.of(comment)), around);
  }

  /** The last of several words is the name in one piece, which counts alone or not at all. */
  private Match ofParts(List<String> words, Match around) {
    int last = words.size() - 1;
    Match parts = searched.match(words.subList(0, last));
    return better(parts, searched.match(words.subList(last, last + 1)), around);
  }

  private Match better(Match a, Match b, Match around) {
    return searched.fit(b, around) > searched.fit(a, around) ? b : a;
  }
}
