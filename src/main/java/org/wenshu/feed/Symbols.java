package org.wenshu.feed;

import java.util.Locale;
import java.util.regex.Pattern;

/** The form of symbols (section 3.5). */
public final class Symbols {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,19}");

  private Symbols() {}

  /** Whether it may be a symbol at all. */
  public static boolean isValid(String symbol) {
    return FORM.matcher(symbol).matches();
  }

  /** As it is kept and told. */
  public static String normal(String symbol) {
    return symbol.strip().toUpperCase(Locale.ROOT);
  }
}
