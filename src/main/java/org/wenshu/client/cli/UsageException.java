package org.wenshu.client.cli;

import java.util.Locale;

/** The command was not understood. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Words words;
  private final transient Object[] values;

  UsageException(Words words, Object... values) {
    super(words.name());
    this.words = words;
    this.values = values.clone();
  }

  String in(Locale locale) {
    return words.in(locale, values);
  }
}
