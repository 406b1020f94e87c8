package org.wenshu.client.gateway.data;

import java.util.Objects;

/**
 * A mere text.
 *
 * @param text the text
 */
public record Literal(String text) implements Value {
  /** A value of this text. */
  public Literal {
    Objects.requireNonNull(text, "text");
  }

  @Override
  public boolean isUri() {
    return false;
  }
}
