package org.wenshu.knowledge;

import java.util.regex.Pattern;

/**
 * A URI or a literal (contract of the gateway, section 4.1).
 *
 * @param v the text
 * @param e whether it is a URI
 */
public record Value(String v, boolean e) {
  private static final Pattern URI =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*|urn:.*", Pattern.DOTALL);

  /** A URI. */
  public static Value uri(String text) {
    return new Value(text, true);
  }

  /** A literal. */
  public static Value literal(String text) {
    return new Value(text, false);
  }

  /** What a plain string means: a URI when it looks like one, else a literal. */
  public static Value of(String plain) {
    return new Value(plain, looksLikeUri(plain));
  }

  private static boolean looksLikeUri(String plain) {
    return plain.startsWith("http://")
        || plain.startsWith("https://")
        || (plain.indexOf(':') > 0 && URI.matcher(plain).matches());
  }
}
