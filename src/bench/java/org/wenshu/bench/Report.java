package org.wenshu.bench;

import java.util.Locale;

/** The figures by name, and the ratios that have a bound to hold. */
final class Report {
  static final String WAR_START = "start of the server's process until the WAR is there, s";
  static final String START = "start of the run command's process to the first answer, s";
  static final String START_CPU = "CPU of the server until then, s";
  static final String STOLEN = "of both processors, taken by the host meanwhile, %";
  static final String IDLE_MEMORY = "resident memory when idle, MB";
  static final String QUESTION_P50 = "question, 1 client, p50, ms";
  static final String JDBC_P50 = "bare JDBC, 1 client, p50, ms";
  static final String QUESTIONS_PER_SECOND = "questions, 16 clients, per second";
  static final String BARE_PER_SECOND = "bare JDBC on the server's pool, 16 clients, per second";
  static final String JDBC_PER_SECOND = "bare JDBC without a server, 16 threads, per second";
  static final String MODEL_CPU = "CPU of a question streamed from a model in 40 pieces, ms";
  static final String STUB_CPU = "CPU of a question streamed from a stub in 40 pieces, ms";
  static final String STUB_FRAMES = "frames with pieces that the client gets of that";
  static final String MODEL_FRAMES = "frames with pieces that the client gets of that over HTTP";
  static final String GRAMMAR_CPU = "CPU of a long question streamed by the grammar, ms";
  static final String GRAMMAR_PIECES = "pieces of that question";
  static final String PEER_CPU = "CPU of a question streamed by the Python peer in 40 pieces, ms";
  static final String RELAY_P50 = "first piece from model to client, p50, ms";
  static final String RELAY_P99 = "first piece from model to client, p99, ms";

  private final Figures figures;
  private final StringBuilder text = new StringBuilder();

  private Report(Figures figures) {
    this.figures = figures;
  }

  static String of(Figures figures) {
    return new Report(figures).write();
  }

  private String write() {
    text.append("\n| bound | measured | |\n| --- | ---: | --- |\n");
    atMost("cold start of the WAR, s", figures.median(WAR_START), 20);
    atMost("the run command's first answer, s", figures.median(START), 20);
    atMost("idle memory, MB", figures.median(IDLE_MEMORY), 600);
    atMost("question p50, ms", figures.median(QUESTION_P50), 3);
    atLeast("questions/s : bare JDBC's", ratio(QUESTIONS_PER_SECOND, BARE_PER_SECOND), 0.5);
    if (figures.has(PEER_CPU)) {
      atMost("CPU, stub in 40 pieces : peer", ratio(STUB_CPU, PEER_CPU), 0.5);
      atMost("CPU, grammar : peer", ratio(GRAMMAR_CPU, PEER_CPU), 0.5);
      atMost("CPU, model over HTTP : peer with a stub", ratio(MODEL_CPU, PEER_CPU), 0.5);
    }
    atMost("first piece p50, ms", figures.median(RELAY_P50), 2);
    return text.append('\n').append(figures.table()).toString();
  }

  private double ratio(String ours, String theirs) {
    return figures.median(ours) / figures.median(theirs);
  }

  private void atMost(String what, double value, double bound) {
    row(what + " ≤ " + bound, value, value <= bound);
  }

  private void atLeast(String what, double value, double bound) {
    row(what + " ≥ " + bound, value, value >= bound);
  }

  private void row(String bound, double value, boolean held) {
    text.append(
        String.format(Locale.ROOT, "| %s | %.3f | %s |%n", bound, value, held ? "held" : "MISSED"));
  }
}
