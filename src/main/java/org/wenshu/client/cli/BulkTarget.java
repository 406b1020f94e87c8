package org.wenshu.client.cli;

/** What can be imported and exported from the command line. */
enum BulkTarget {
  TRIPLES(2),
  CORE(3);

  private final int words;

  BulkTarget(int words) {
    this.words = words;
  }

  /** What was typed after the command. */
  static BulkTarget of(Arguments arguments) {
    String kind = arguments.word(0, "triples");
    BulkTarget target =
        switch (kind) {
          case "triples" -> TRIPLES;
          case "core" -> CORE;
          default -> throw new UsageException(Words.BAD_VALUE, kind, arguments.command());
        };
    arguments.atMost(target.words);
    return target;
  }
}
