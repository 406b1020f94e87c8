package org.wenshu.client.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** What a command that was typed has done. */
record TypedCommand(int code, String out, String err) {
  /** Types a command in English where nobody looks. */
  static TypedCommand piped(String input, String... typed) {
    return run(input, false, typed);
  }

  /** Types a command in English at a terminal. */
  static TypedCommand seen(String... typed) {
    return run("", true, typed);
  }

  private static TypedCommand run(String input, boolean interactive, String... typed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            interactive,
            80,
            Locale.ENGLISH);
    int code = new CommandLine(terminal, Map.of()).run(typed);
    terminal.flush();
    return new TypedCommand(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
