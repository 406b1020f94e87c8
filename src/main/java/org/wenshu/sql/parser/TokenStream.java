package org.wenshu.sql.parser;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wenshu.sql.SqlToken;
import org.wenshu.sql.SqlToken.Kind;
import org.wenshu.sql.tree.Name;

/** A place in the tokens of a text, and the steps that all productions take. */
final class TokenStream {
  private final String source;
  private final List<SqlToken> tokens;
  private final int maxNesting;

  /** The words in upper case, which every level of the grammar asks for; empty for other tokens. */
  private final String[] words;

  private int index;
  private int nesting;

  TokenStream(String source, List<SqlToken> tokens, int maxNesting) {
    this.source = source;
    this.tokens = tokens;
    this.maxNesting = maxNesting;
    this.words =
        tokens.stream()
            .map(t -> t.kind() == Kind.WORD ? t.text().toUpperCase(Locale.ROOT) : "")
            .toArray(String[]::new);
  }

  int index() {
    return index;
  }

  boolean atEnd() {
    return index == tokens.size();
  }

  /** Where the next token starts in the source. */
  int position() {
    return atEnd() ? source.length() : tokens.get(index).start();
  }

  /** Goes one level down, which is refused below the limit. */
  void enter() {
    nesting++;
    if (nesting > maxNesting) {
      throw failure();
    }
  }

  void leave() {
    nesting--;
  }

  SyntaxException failure() {
    return new SyntaxException(index);
  }

  Optional<SqlToken> peek(int ahead) {
    int at = index + ahead;
    return at >= 0 && at < tokens.size() ? Optional.of(tokens.get(at)) : Optional.empty();
  }

  SqlToken take() {
    if (atEnd()) {
      throw failure();
    }
    return tokens.get(index++);
  }

  boolean isKind(Kind kind) {
    return !atEnd() && tokens.get(index).kind() == kind;
  }

  boolean is(String word) {
    return is(0, word);
  }

  boolean is(int ahead, String word) {
    int at = index + ahead;
    return at < words.length && words[at].equals(word);
  }

  boolean isSymbol(String symbol) {
    return isSymbol(0, symbol);
  }

  boolean isSymbol(int ahead, String symbol) {
    int at = index + ahead;
    return at < tokens.size() && tokens.get(at).isSymbol(symbol);
  }

  /** The next word outside quotes in upper case; empty before anything else. */
  String word() {
    return atEnd() ? "" : words[index];
  }

  boolean accept(String word) {
    if (!is(word)) {
      return false;
    }
    index++;
    return true;
  }

  /** Takes all of these words, or none of them. */
  boolean acceptAll(String... sequence) {
    for (int i = 0; i < sequence.length; i++) {
      if (!is(i, sequence[i])) {
        return false;
      }
    }
    index += sequence.length;
    return true;
  }

  Optional<String> acceptAny(Collection<String> words) {
    String word = word();
    if (word.isEmpty() || !words.contains(word)) {
      return Optional.empty();
    }
    index++;
    return Optional.of(word);
  }

  String expectAny(Collection<String> words) {
    return acceptAny(words).orElseThrow(this::failure);
  }

  void expect(String word) {
    if (!accept(word)) {
      throw failure();
    }
  }

  boolean acceptSymbol(String symbol) {
    if (!isSymbol(symbol)) {
      return false;
    }
    index++;
    return true;
  }

  void expectSymbol(String symbol) {
    if (!acceptSymbol(symbol)) {
      throw failure();
    }
  }

  boolean isName() {
    return isKind(Kind.QUOTED_IDENTIFIER)
        || (isKind(Kind.WORD) && !Vocabulary.RESERVED.contains(word()));
  }

  Name name() {
    if (!isName()) {
      throw failure();
    }
    return anyName();
  }

  /** A name behind a dot, where every word is one. */
  Name anyName() {
    if (atEnd() || !tokens.get(index).isName()) {
      throw failure();
    }
    SqlToken token = take();
    return new Name(token.name(), token.start());
  }

  List<Name> parenthesisedNames() {
    expectSymbol("(");
    List<Name> names = new ArrayList<>();
    do {
      names.add(name());
    } while (acceptSymbol(","));
    expectSymbol(")");
    return names;
  }

  String wholeNumber() {
    if (!isKind(Kind.NUMBER)
        || tokens.get(index).text().chars().anyMatch(c -> c < '0' || c > '9')) {
      throw failure();
    }
    return take().text();
  }

  SqlToken string() {
    if (!isKind(Kind.STRING)) {
      throw failure();
    }
    return take();
  }

  /** The source from the token at that index to the last one taken, without comments around it. */
  String sourceSince(int first) {
    return source.substring(tokens.get(first).start(), tokens.get(index - 1).end());
  }

  /** Whether the parenthesis here holds a query rather than an expression or a list of tables. */
  boolean looksAtQuery() {
    return looksAtQuery(index);
  }

  private boolean looksAtQuery(int open) {
    int inside = open;
    while (inside < tokens.size() && tokens.get(inside).isSymbol("(")) {
      inside++;
    }
    if (inside == open || inside >= tokens.size() || !startsQuery(tokens.get(inside))) {
      return false;
    }
    // From the innermost pair outwards, only what continues a query may follow a close.
    int close = closing(inside - 1);
    for (int pair = inside - 2; pair >= open; pair--) {
      int next = close + 1;
      if (next >= tokens.size() || !continuesQuery(tokens.get(next))) {
        return false;
      }
      close = closing(pair);
    }
    return true;
  }

  private static boolean startsQuery(SqlToken token) {
    return token.isWord("SELECT") || token.isWord("WITH");
  }

  private static boolean continuesQuery(SqlToken token) {
    return token.isSymbol(")")
        || token.isWord("ORDER")
        || token.isWord("LIMIT")
        || Vocabulary.SET_OPERATORS.stream().anyMatch(token::isWord);
  }

  private int closing(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (tokens.get(i).isSymbol("(")) {
        depth++;
      } else if (tokens.get(i).isSymbol(")")) {
        depth--;
      }
      if (depth == 0) {
        return i;
      }
    }
    throw failure();
  }
}
