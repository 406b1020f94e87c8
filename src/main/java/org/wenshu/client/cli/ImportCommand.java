package org.wenshu.client.cli;

import java.io.IOException;
import java.util.Locale;
import org.wenshu.client.Wenshu;
import org.wenshu.client.gateway.bulk.ImportOptions;
import org.wenshu.client.gateway.bulk.ImportResult;
import org.wenshu.client.gateway.bulk.Items;
import org.wenshu.client.gateway.request.Defaults;

/**
 * {@code import triples FILE}: brings the triples of a file into a collection. {@code import core
 * ID FILE} brings a knowledge core back that was exported.
 */
final class ImportCommand implements Command {
  @Override
  public int run(Wenshu wenshu, Arguments arguments, Terminal terminal) throws IOException {
    if (BulkTarget.of(arguments) == BulkTarget.CORE) {
      return CoreFile.of(arguments).send(wenshu, terminal);
    }
    ProgressBar bar = new ProgressBar(terminal);
    ImportResult result;
    try (TripleFile file = TripleFile.open(arguments.word(1, "FILE"), terminal)) {
      ImportOptions options =
          ImportOptions.defaults()
              .user(arguments.option("user", Defaults.USER))
              .collection(arguments.option("collection", Defaults.COLLECTION))
              .onProgress(progress -> bar.show(progress.sent(), file.part()));
      result =
          wenshu
              .gateway()
              .bulk()
              .importTriples(
                  arguments.option("flow", Defaults.FLOW), Items.of(file.triples()), options);
    } finally {
      bar.clear();
    }
    tell(result, arguments, terminal);
    return result.failed().orElse(0) > 0 ? ExitCode.PARTLY : ExitCode.FINE;
  }

  private static void tell(ImportResult result, Arguments arguments, Terminal terminal) {
    RowPrinter printer = new RowPrinter(terminal, arguments);
    if (printer.isJson()) {
      printer.print(new Summary(result));
    } else {
      String stored =
          result.stored().isPresent()
              ? terminal.words(Words.IMPORTED, count(result.stored().getAsLong()))
              : terminal.words(Words.SENT, count(result.sent()));
      long failed = result.failed().orElse(0);
      String missing = failed > 0 ? terminal.words(Words.NOT_STORED, count(failed)) : "";
      terminal.out().println(stored + missing);
    }
    result
        .errors()
        .forEach(
            error ->
                terminal
                    .err()
                    .println(terminal.words(Words.ITEM_FAILED, error.index(), error.message())));
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** What is printed into a pipe; what the server does not tell is null. */
  record Summary(long sent, Long stored, Long failed) {
    Summary(ImportResult result) {
      this(
          result.sent(),
          result.stored().isPresent() ? (Long) result.stored().getAsLong() : null,
          result.failed().isPresent() ? (Long) result.failed().getAsLong() : null);
    }
  }
}
