package org.wenshu.values;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wenshu.sql.MySqlLexer;
import org.wenshu.sql.SqlToken;
import org.wenshu.sql.SqlToken.Kind;

/** The tokens of a statement, with the parentheses paired. */
final class Tokens {
  /** Reading recurses; what people and models write stays far below. */
  private static final int MAX_DEPTH = 100;

  private static final Set<String> SET_OPERATORS = Set.of("UNION", "EXCEPT", "INTERSECT");

  private final String text;
  private final List<SqlToken> list;
  private final int[] partner;

  private Tokens(String text, List<SqlToken> list) {
    this.text = text;
    this.list = list;
    this.partner = new int[list.size()];
  }

  /**
   * Cuts the statement.
   *
   * @throws UnreadableSqlException when it cannot be cut, its parentheses do not pair, or parts of
   *     it mean different things to different servers
   */
  static Tokens of(String text) {
    Tokens tokens = new Tokens(text, MySqlLexer.code(text));
    tokens.pair();
    return tokens;
  }

  private void pair() {
    Arrays.fill(partner, -1);
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < list.size(); i++) {
      switch (list.get(i).kind()) {
        case INVALID, EXECUTABLE_COMMENT -> throw new UnreadableSqlException(list.get(i).text());
        case LEFT_PARENTHESIS -> {
          if (open.size() == MAX_DEPTH) {
            throw new UnreadableSqlException("(");
          }
          open.push(i);
        }
        case RIGHT_PARENTHESIS -> {
          if (open.isEmpty()) {
            throw new UnreadableSqlException(")");
          }
          partner[open.peek()] = i;
          open.pop();
        }
        default -> {}
      }
    }
    if (!open.isEmpty()) {
      throw new UnreadableSqlException("(");
    }
  }

  int size() {
    return list.size();
  }

  SqlToken get(int i) {
    return list.get(i);
  }

  /** The source from the first token to before the other one. */
  String source(int from, int to) {
    return text.substring(list.get(from).start(), list.get(to - 1).end());
  }

  boolean isWord(int i, int to, String word) {
    return i < to && list.get(i).isWord(word);
  }

  /** Whether it is one of these words, given in upper case. */
  boolean isWord(int i, int to, Set<String> words) {
    return i < to
        && list.get(i).kind() == Kind.WORD
        && words.contains(list.get(i).text().toUpperCase(Locale.ROOT));
  }

  boolean isSymbol(int i, int to, String symbol) {
    return i < to && list.get(i).isSymbol(symbol);
  }

  boolean isString(int i, int to) {
    return i < to && list.get(i).kind() == Kind.STRING;
  }

  boolean isName(int i, int to) {
    return i < to && list.get(i).isName();
  }

  boolean isOpening(int i, int to) {
    return i < to && partner[i] >= 0;
  }

  /** The closing parenthesis of an opening one. */
  int closing(int opening) {
    return partner[opening];
  }

  /** The next token beside this one: behind its closing parenthesis, when it opens one. */
  int beyond(int i) {
    return partner[i] >= 0 ? partner[i] + 1 : i + 1;
  }

  /** The first of these words from here on, outside parentheses; {@code to} when there is none. */
  int find(int from, int to, Set<String> words) {
    int i = from;
    while (i < to && !isWord(i, to, words)) {
      i = beyond(i);
    }
    return Math.min(i, to);
  }

  /** Where the commas outside parentheses cut the range. */
  List<int[]> split(int from, int to) {
    List<int[]> parts = new ArrayList<>();
    int start = from;
    for (int i = from; i < to; i = beyond(i)) {
      if (isSymbol(i, to, ",")) {
        parts.add(new int[] {start, i});
        start = i + 1;
      }
    }
    parts.add(new int[] {start, to});
    return parts;
  }

  /** Whether the parenthesis encloses a query. */
  boolean opensQuery(int opening) {
    int first = opening + 1;
    int to = closing(opening);
    if (isOpening(first, to)) {
      int behind = beyond(first);
      return opensQuery(first) && (behind == to || isWord(behind, to, SET_OPERATORS));
    }
    return isWord(first, to, "SELECT") || isWord(first, to, "WITH");
  }

  boolean isSetOperator(int i, int to) {
    return isWord(i, to, SET_OPERATORS);
  }

  /** Behind the column named from here on; {@code from} when no name begins here. */
  int behindColumn(int from, int to) {
    if (!isName(from, to)) {
      return from;
    }
    int i = from + 1;
    while (isSymbol(i, to, ".") && isName(i + 1, to)) {
      i += 2;
    }
    return i;
  }

  /** The column named by the tokens of the range. */
  ColumnReference column(int from, int to) {
    List<String> names = new ArrayList<>();
    for (int i = from; i < to; i += 2) {
      names.add(list.get(i).name());
    }
    return new ColumnReference(names.subList(0, names.size() - 1), names.get(names.size() - 1));
  }
}
