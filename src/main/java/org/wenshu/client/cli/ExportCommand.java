package org.wenshu.client.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.wenshu.client.Wenshu;
import org.wenshu.client.gateway.bulk.ExportOptions;
import org.wenshu.client.gateway.call.ItemStream;
import org.wenshu.client.gateway.data.Triple;
import org.wenshu.client.gateway.request.Defaults;

/**
 * {@code export triples FILE}: writes the triples of a collection, as N-Triples if the file is
 * called so, else as JSON. {@code export core ID FILE} writes a knowledge core as the server packs
 * it. A dash stands for the output of the process.
 */
final class ExportCommand implements Command {
  @Override
  public int run(Wenshu wenshu, Arguments arguments, Terminal terminal) throws IOException {
    if (BulkTarget.of(arguments) == BulkTarget.CORE) {
      return CoreFile.of(arguments).fetch(wenshu, terminal);
    }
    String name = arguments.word(1, "FILE");
    ExportOptions options =
        ExportOptions.defaults()
            .user(arguments.option("user", Defaults.USER))
            .collection(arguments.option("collection", Defaults.COLLECTION));
    String flow = arguments.option("flow", Defaults.FLOW);
    long count;
    try (ItemStream<Triple> triples = wenshu.gateway().bulk().exportTriples(flow, options)) {
      count = name.equals("-") ? pipe(triples, terminal) : save(triples, name, terminal);
    }
    if (!name.equals("-")) {
      String shown = String.format(Locale.ROOT, "%,d", count);
      terminal.err().println(terminal.words(Words.EXPORTED, shown));
    }
    return ExitCode.FINE;
  }

  /** No bar: it would stand between the lines. */
  private static long pipe(ItemStream<Triple> triples, Terminal terminal) throws IOException {
    Writer out = new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8);
    try {
      return write(triples, out, false, ProgressBar.hidden(terminal));
    } finally {
      out.flush();
    }
  }

  private static long save(ItemStream<Triple> triples, String name, Terminal terminal)
      throws IOException {
    // A refused export must not leave an empty file behind.
    var unused = triples.iterator().hasNext();
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(name))) {
      return write(triples, out, name.endsWith(".nt"), new ProgressBar(terminal));
    }
  }

  private static long write(
      ItemStream<Triple> triples, Writer out, boolean ntriples, ProgressBar bar)
      throws IOException {
    long count = 0;
    try {
      for (Triple triple : triples) {
        out.write(ntriples ? TripleLine.ntriple(triple) : TripleLine.json(triple));
        out.write('\n');
        count++;
        if (count % 1000 == 0) {
          bar.show(count, -1);
        }
      }
    } finally {
      bar.clear();
    }
    return count;
  }
}
