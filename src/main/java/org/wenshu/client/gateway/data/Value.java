package org.wenshu.client.gateway.data;

/**
 * A part of a statement: something that has an address ({@link Uri}) or a mere text ({@link
 * Literal}). Immutable.
 */
public sealed interface Value permits Uri, Literal {
  /** The address or the text. */
  String text();

  /** Whether this is an address. */
  boolean isUri();

  /** A value with an address. */
  static Value uri(String address) {
    return new Uri(address);
  }

  /** A mere text. */
  static Value literal(String text) {
    return new Literal(text);
  }

  /**
   * The value that a text without a kind stands for: an address if it begins with a scheme and
   * {@code ://}, or with {@code urn:} (contract, section 4.1), otherwise a mere text.
   */
  static Value of(String text) {
    return Uri.looksLike(text) ? new Uri(text) : new Literal(text);
  }
}
