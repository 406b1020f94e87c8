package org.wenshu.client.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts what was typed in order. */
final class ArgumentReader {
  private static final Set<String> FLAGS = Set.of("json", "help", "version");
  private static final Set<String> VALUES =
      Set.of("url", "token", "lang", "flow", "user", "collection", "count", "timeout");

  private final Iterator<String> typed;
  private final List<String> words = new ArrayList<>();
  private final Map<String, String> options = new HashMap<>();

  ArgumentReader(List<String> typed, Map<String, String> environment) {
    this.typed = typed.iterator();
    for (String name : List.of("url", "token", "lang")) {
      String value = environment.get("WENSHU_" + name.toUpperCase(Locale.ROOT));
      if (value != null && !value.isEmpty()) {
        options.put(name, value);
      }
    }
  }

  Arguments read() {
    boolean wordsOnly = false;
    while (typed.hasNext()) {
      String next = typed.next();
      if (wordsOnly || next.equals("-") || !next.startsWith("-")) {
        words.add(next);
      } else if (next.equals("--")) {
        wordsOnly = true;
      } else {
        option(next);
      }
    }
    return Arguments.of(words, options);
  }

  private void option(String shown) {
    String text = shown.equals("-h") ? "--help" : shown;
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    String bare = name.startsWith("--") ? name.substring(2) : "";
    if (FLAGS.contains(bare) && equals < 0) {
      options.put(bare, "true");
    } else if (!VALUES.contains(bare)) {
      throw new UsageException(Words.UNKNOWN_OPTION, name);
    } else if (equals >= 0) {
      options.put(bare, text.substring(equals + 1));
    } else if (typed.hasNext()) {
      options.put(bare, typed.next());
    } else {
      throw new UsageException(Words.OPTION_NEEDS_VALUE, name);
    }
  }
}
