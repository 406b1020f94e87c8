package org.wenshu.error;

/**
 * Every error Wenshu reports. Names and numbers cross the wire, so they are only ever added; number
 * ranges follow the type: 1xxx caller, 2xxx model, 3xxx database, 4xxx resources, 5xxx internal.
 */
public enum ErrorCode {
  QUESTION_EMPTY(1001, ErrorType.CALLER, false),
  QUESTION_TOO_LONG(1002, ErrorType.CALLER, false),
  MALFORMED_REQUEST(1003, ErrorType.CALLER, false),
  NOT_AUTHENTICATED(1004, ErrorType.CALLER, false),
  SQL_REFUSED(1005, ErrorType.CALLER, false),
  NOT_PERMITTED(1006, ErrorType.CALLER, false),
  MODEL_UNAVAILABLE(2001, ErrorType.MODEL, true),
  MODEL_RATE_LIMITED(2002, ErrorType.MODEL, true),
  MODEL_TIMED_OUT(2003, ErrorType.MODEL, true),
  EXECUTION_FAILED(3001, ErrorType.DATABASE, false),
  DATABASE_UNAVAILABLE(3002, ErrorType.DATABASE, true),
  SCHEMA_UNAVAILABLE(3003, ErrorType.DATABASE, true),
  ACCESS_RULES_UNAVAILABLE(3004, ErrorType.DATABASE, true),
  CONVERSATIONS_UNAVAILABLE(3005, ErrorType.DATABASE, true),
  KNOWLEDGE_UNAVAILABLE(3006, ErrorType.DATABASE, true),
  EXECUTION_TIMED_OUT(4001, ErrorType.RESOURCES, false),
  SATURATED(4002, ErrorType.RESOURCES, true),
  QUESTION_TIMED_OUT(4003, ErrorType.RESOURCES, false),
  AUDIT_UNAVAILABLE(4004, ErrorType.RESOURCES, true),
  INTERNAL(5001, ErrorType.INTERNAL, false);

  private final int number;
  private final ErrorType type;
  private final boolean retriable;

  ErrorCode(int number, ErrorType type, boolean retriable) {
    this.number = number;
    this.type = type;
    this.retriable = retriable;
  }

  /** The number that crosses the wire. */
  public int number() {
    return number;
  }

  /** Who has to act. */
  public ErrorType type() {
    return type;
  }

  /** Whether asking the same again later may help. */
  public boolean retriable() {
    return retriable;
  }
}
