package org.wenshu.execution;

import java.util.regex.Pattern;

/** What of a database's message the asker may read. */
final class DatabaseMessage {
  private static final int MAX_LENGTH = 1000;
  private static final Pattern ACCOUNT =
      Pattern.compile("(?i)(?: (?:to|for|by|from) user)? ?'[^']*'@'[^']*'");
  private static final Pattern URL = Pattern.compile("(?i)\\b[a-z][a-z0-9+.]*(?::[a-z]+)?://\\S+");
  private static final Pattern FILE =
      Pattern.compile("(?<=^|[\\s'\"(])(?:[A-Za-z]:\\\\|\\.{0,2}/)[\\w.#@$-]+[/\\\\][^\\s'\")]*");
  private static final Pattern TRACE = Pattern.compile("(?s)\\n\\s*at [\\w.$]+\\(.*");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

  private DatabaseMessage() {}

  /** One line of at most 1,000 characters, without URL, account, trace or file names. */
  static String clean(String message) {
    if (message == null || message.isBlank()) {
      return "unknown database error";
    }
    String clean = TRACE.matcher(message).replaceFirst("");
    clean = ACCOUNT.matcher(clean).replaceAll("");
    clean = URL.matcher(clean).replaceAll("…");
    clean = FILE.matcher(clean).replaceAll("…");
    return shortened(SPACE.matcher(clean).replaceAll(" ").strip());
  }

  private static String shortened(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    return text.substring(0, end);
  }
}
