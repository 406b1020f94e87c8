package org.wenshu.guard;

/** The rules a statement can break, under the names that judgements and logs use. */
enum GuardRule {
  LENGTH("length"),
  SPELLING("spelling"),
  INVISIBLE_CHARACTER("invisible-character"),
  EXECUTABLE_COMMENT("executable-comment"),
  OPTIMIZER_HINT("optimizer-hint"),
  VARIABLE("variable"),
  ONE_STATEMENT("one-statement"),
  READ_ONLY("read-only"),
  SYNTAX("syntax"),
  TABLE("table"),
  COLUMN("column"),
  STAR("star"),
  MASK("mask"),
  FUNCTION("function"),
  STRING_LENGTH("string-length"),
  REGULAR_EXPRESSION("regular-expression"),
  RECURSION("recursion"),
  JOIN("join"),
  TABLE_COUNT("table-count"),
  RENDERING("rendering");

  private final String id;

  GuardRule(String id) {
    this.id = id;
  }

  /** The name outside the guard. */
  String id() {
    return id;
  }
}
