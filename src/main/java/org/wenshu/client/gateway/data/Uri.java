package org.wenshu.client.gateway.data;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A value with an address.
 *
 * @param text the address
 */
public record Uri(String text) implements Value {
  private static final Pattern ADDRESS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://|urn:).*");

  /** A value with this address. */
  public Uri {
    Objects.requireNonNull(text, "text");
  }

  @Override
  public boolean isUri() {
    return true;
  }

  static boolean looksLike(String text) {
    return ADDRESS.matcher(text).lookingAt();
  }
}
