package org.wenshu.client.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.wenshu.client.Timeouts;
import org.wenshu.client.Wenshu;
import org.wenshu.client.WenshuException;

/** Finds the command that was typed, runs it, and says what went wrong in one sentence. */
final class CommandLine {
  private static final Map<String, Command> COMMANDS = new TreeMap<>(commands());

  private final Terminal terminal;
  private final Map<String, String> environment;

  CommandLine(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  private static Map<String, Command> commands() {
    return Map.of(
        "ask", new AskCommand(),
        "export", new ExportCommand(),
        "feed", new FeedCommand(),
        "import", new ImportCommand(),
        "schema", new SchemaCommand());
  }

  /** Runs what was typed. */
  int run(String... typed) {
    Terminal speaking = terminal;
    try {
      Arguments arguments = Arguments.parse(List.of(typed), environment);
      speaking = terminal.speaking(arguments.locale(terminal.locale()));
      return run(arguments, speaking);
    } catch (UsageException e) {
      speaking.err().println(e.in(speaking.locale()));
      return ExitCode.USAGE;
    }
  }

  private static int run(Arguments arguments, Terminal terminal) {
    if (arguments.has("help") || arguments.command().isEmpty()) {
      terminal.out().print(Help.in(terminal.locale()));
      return arguments.has("help") ? ExitCode.FINE : ExitCode.USAGE;
    }
    Command command = COMMANDS.get(arguments.command());
    if (command == null) {
      throw new UsageException(Words.UNKNOWN_COMMAND, arguments.command());
    }
    try (Wenshu wenshu = client(arguments, terminal.locale())) {
      return command.run(wenshu, arguments, terminal);
    } catch (WenshuException e) {
      return Complaint.of(e, arguments).tell(terminal);
    } catch (IOException e) {
      return Complaint.of(e).tell(terminal);
    } catch (UncheckedIOException e) {
      return Complaint.of(e.getCause()).tell(terminal);
    }
  }

  private static Wenshu client(Arguments arguments, Locale locale) {
    try {
      Timeouts timeouts = Timeouts.defaults();
      int seconds = arguments.number("timeout", (int) timeouts.answer().toSeconds());
      Wenshu.Builder builder =
          Wenshu.builder(arguments.url())
              .timeouts(timeouts.withAnswer(Duration.ofSeconds(seconds)))
              .locale(locale);
      arguments.option("token").ifPresent(builder::token);
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new UsageException(Words.BAD_VALUE, arguments.url(), "--url");
    }
  }
}
