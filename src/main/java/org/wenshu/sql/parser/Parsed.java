package org.wenshu.sql.parser;

import org.wenshu.sql.tree.Query;

/** What parsing came to. */
public sealed interface Parsed {
  /** The whole text is one query. */
  record Read(Query query) implements Parsed {}

  /**
   * The text is no query of this grammar.
   *
   * @param tokenIndex the first token that does not fit; the number of tokens when the end does not
   */
  record Unreadable(int tokenIndex) implements Parsed {}
}
