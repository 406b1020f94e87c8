package org.wenshu.client.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.wenshu.client.Wenshu;
import org.wenshu.client.gateway.request.Defaults;

/**
 * A knowledge core and the file that holds it; a dash stands for a pipe.
 *
 * @param id the core
 * @param user whose it is
 * @param name the file
 */
record CoreFile(String id, String user, String name) {
  static CoreFile of(Arguments arguments) {
    return new CoreFile(
        arguments.word(1, "ID"),
        arguments.option("user", Defaults.USER),
        arguments.word(2, "FILE"));
  }

  private boolean isPipe() {
    return name.equals("-");
  }

  /** Brings it to the server. */
  int send(Wenshu wenshu, Terminal terminal) throws IOException {
    long size = isPipe() ? -1 : Files.size(Path.of(name));
    ProgressBar bar = new ProgressBar(terminal);
    long count;
    try (InputStream in = isPipe() ? terminal.in() : Files.newInputStream(Path.of(name));
        CountedInput counted =
            new CountedInput(in, sum -> bar.show(sum, size <= 0 ? -1 : (double) sum / size))) {
      wenshu.gateway().cores().importCore(id, user, counted);
      count = counted.count();
    } finally {
      bar.clear();
    }
    terminal.err().println(terminal.words(Words.BYTES_SENT, shown(count)));
    return ExitCode.FINE;
  }

  /** Writes it to the file. */
  int fetch(Wenshu wenshu, Terminal terminal) {
    if (isPipe()) {
      wenshu.gateway().cores().exportCore(id, user, terminal.out());
      return ExitCode.FINE;
    }
    long count = wenshu.gateway().cores().exportCore(id, user, Path.of(name));
    terminal.err().println(terminal.words(Words.BYTES_WRITTEN, shown(count)));
    return ExitCode.FINE;
  }

  private static String shown(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
