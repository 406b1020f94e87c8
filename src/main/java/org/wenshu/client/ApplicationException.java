package org.wenshu.client;

/**
 * The server understood the request and answers that it failed. The connection stays usable. Each
 * protocol has its own subclass with what more its errors carry.
 */
public class ApplicationException extends WenshuException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final ErrorType type;
  private final boolean retriable;

  /**
   * A failure that the server reports.
   *
   * @param code the code as the protocol writes it, numbers in decimal; never empty
   * @param type who has to act
   * @param retriable whether the same request may succeed later
   * @param message the server's words for the caller
   */
  public ApplicationException(String code, ErrorType type, boolean retriable, String message) {
    super(message, null);
    this.code = code;
    this.type = type;
    this.retriable = retriable;
  }

  /** The code as the protocol writes it. */
  public String code() {
    return code;
  }

  /** Who has to act; {@link ErrorType#INTERNAL} for codes this client does not know. */
  public ErrorType type() {
    return type;
  }

  @Override
  public boolean retriable() {
    return retriable;
  }
}
