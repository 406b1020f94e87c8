package org.wenshu.client.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the command line reads and writes.
 *
 * @param in what is piped in
 * @param out results
 * @param err progress and complaints
 * @param interactive whether people look at it
 * @param width how many columns there are
 * @param locale the language of the system
 */
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean interactive,
    int width,
    Locale locale) {
  private static final int USUAL_WIDTH = 80;
  private static final int BUFFER = 64 * 1024;

  /** The terminal of this process; pipes are UTF-8, terminals have a character set of their own. */
  static Terminal system() {
    Optional<Console> console = console();
    Charset charset = console.map(Console::charset).orElse(StandardCharsets.UTF_8);
    return new Terminal(
        System.in,
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER),
            false,
            charset),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
        console.isPresent(),
        columns(System.getenv("COLUMNS")),
        Locale.getDefault());
  }

  /** Newer platforms have a console also where there is no terminal, and a method that tells. */
  @SuppressWarnings("SystemConsoleNull")
  private static Optional<Console> console() {
    Console console = System.console();
    if (console == null) {
      return Optional.empty();
    }
    try {
      boolean terminal = (boolean) Console.class.getMethod("isTerminal").invoke(console);
      return terminal ? Optional.of(console) : Optional.empty();
    } catch (ReflectiveOperationException olderPlatform) {
      return Optional.of(console);
    }
  }

  private static int columns(String told) {
    try {
      return told == null ? USUAL_WIDTH : Math.max(20, Integer.parseInt(told));
    } catch (NumberFormatException e) {
      return USUAL_WIDTH;
    }
  }

  /** The same in another language. */
  Terminal speaking(Locale language) {
    return new Terminal(in, out, err, interactive, width, language);
  }

  /** A sentence in the language of the terminal. */
  String words(Words words, Object... values) {
    return words.in(locale, values);
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
