package org.wenshu.client.cli;

/** What can be imported and exported from the command line. */
final class BulkTarget {
  private static final String TRIPLES = "triples";

  private BulkTarget() {}

  static void requireTriples(Arguments arguments) {
    String kind = arguments.word(0, TRIPLES);
    if (!kind.equals(TRIPLES)) {
      throw new UsageException(Words.BAD_VALUE, kind, arguments.command());
    }
    arguments.atMost(2);
  }
}
