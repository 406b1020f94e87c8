package org.wenshu.protocol.rag.wire;

import java.util.OptionalInt;

/** The fine codes of the protocol, each with its coarse one where there is one (section 6). */
public enum RagCode {
  PARSE_ERROR(-32700),
  INVALID_REQUEST(-32600),
  METHOD_NOT_FOUND(-32601),
  INVALID_PARAMS(-32602),
  INTERNAL_ERROR(-32603),
  SERVER_ERROR(-32000),
  VERSION_ERROR(-32001),
  TIMEOUT(-32002),
  RATE_LIMIT(-32003),
  AUTHENTICATION(-31000),
  AUTHORIZATION(-31001),
  SESSION_NOT_FOUND(-31100, Category.SESSION),
  SESSION_EXPIRED(-31101, Category.SESSION),
  SESSION_LIMIT(-31102, Category.SESSION),
  DB_CONNECTION(-31200, Category.DATABASE),
  DB_QUERY(-31201, Category.SQL),
  DB_TRANSACTION(-31202, Category.DATABASE),
  QUERY_PARSE(-31300, Category.QUERY),
  SQL_GENERATION(-31301, Category.QUERY),
  QUERY_VALIDATION(-31302, Category.QUERY),
  SCHEMA_LOAD(-31400, Category.SCHEMA),
  TABLE_NOT_FOUND(-31401, Category.SCHEMA),
  LLM_CONNECTION(-31500, Category.LLM),
  LLM_RATE_LIMIT(-31501, Category.LLM),
  LLM_RESPONSE(-31502, Category.LLM);

  private final int number;
  private final OptionalInt category;

  RagCode(int number) {
    this.number = number;
    this.category = OptionalInt.empty();
  }

  RagCode(int number, Category category) {
    this.number = number;
    this.category = OptionalInt.of(category.number);
  }

  /** The number in {@code error.code}. */
  public int number() {
    return number;
  }

  /** The number in {@code error.data.category_code}. */
  public OptionalInt category() {
    return category;
  }

  /** The coarse codes. */
  private enum Category {
    SESSION(-31002),
    DATABASE(-31003),
    SQL(-31004),
    SCHEMA(-31005),
    QUERY(-31006),
    LLM(-31007);

    private final int number;

    Category(int number) {
      this.number = number;
    }
  }
}
