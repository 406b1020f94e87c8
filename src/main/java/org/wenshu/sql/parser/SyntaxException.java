package org.wenshu.sql.parser;

/** The text departs from the grammar. Never leaves this package. */
final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int tokenIndex;

  SyntaxException(int tokenIndex) {
    super("Unexpected token " + tokenIndex, null, false, false);
    this.tokenIndex = tokenIndex;
  }

  int tokenIndex() {
    return tokenIndex;
  }
}
