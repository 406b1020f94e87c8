package org.wenshu.bench;

import java.util.Locale;

/** The figures of bulk import and export, and the bounds they have to hold. */
final class BulkReport {
  static final String TRIPLES = "triples imported over the socket, 500 a frame, per second";
  static final String AGAIN = "the same triples imported again, per second";
  static final String FLAT_TRIPLES = "triples imported over the socket, 1 a frame, per second";
  static final String BARE_TRIPLES = "the same rows by bare LOAD DATA, per second";
  static final String EMBEDDINGS = "embeddings of 384 floats imported over the socket, per second";
  static final String BARE_EMBEDDINGS = "the same embeddings by bare LOAD DATA, per second";
  static final String EXPORT = "triples exported over the socket in batches, per second";
  static final String EXPORT_SINGLE = "triples exported over the socket, 1 a frame, per second";
  static final String BARE_READ = "the same rows by a bare streaming read, per second";

  private BulkReport() {}

  static String of(Figures figures) {
    double triples = figures.median(TRIPLES);
    double embeddings = figures.median(EMBEDDINGS);
    return "\n| bound | measured | |\n| --- | ---: | --- |\n"
        + row("triples/s ≥ 50,000", triples, 50_000)
        + row("triples : bare LOAD DATA ≥ 0.5", triples / figures.median(BARE_TRIPLES), 0.5)
        + row("embeddings/s ≥ 10,000", embeddings, 10_000)
        + row("embeddings : bare ≥ 0.5", embeddings / figures.median(BARE_EMBEDDINGS), 0.5)
        + row("export : bare read ≥ 0.5", figures.median(EXPORT) / figures.median(BARE_READ), 0.5)
        + "\n"
        + figures.table();
  }

  private static String row(String bound, double value, double least) {
    return String.format(
        Locale.ROOT, "| %s | %.2f | %s |%n", bound, value, value >= least ? "held" : "MISSED");
  }
}
