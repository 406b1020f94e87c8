package org.wenshu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Measures the started server beside its yardsticks, in turns: ours, bare JDBC, the Python peer,
 * ours again. Every figure is the median of the turns.
 */
final class ServerBenchmarks {
  private static final String QUESTION = System.getProperty("bench.question", "一共有多少个部门");
  private static final String LONG_QUESTION =
      System.getProperty("bench.long-question", "每个部门的平均工资是多少，按平均工资从高到低排列");
  private static final int STARTS = Integer.getInteger("bench.starts", 3);
  private static final int IDLE_MILLIS = 10_000;
  private static final int CLIENTS = 16;

  private final Path work;
  private final int turns;
  private final Optional<Path> peerScript;
  private final Figures figures = new Figures();

  ServerBenchmarks(Path work, int turns, Optional<Path> peerScript) {
    this.work = work;
    this.turns = turns;
    this.peerScript = peerScript;
  }

  /** Runs all and returns the report. */
  String run() throws Exception {
    try (BenchDatabase database = BenchDatabase.start(work)) {
      for (int i = 0; i < STARTS; i++) {
        measureStart(database);
      }
      try (WenshuServer grammar =
              WenshuServer.start(work, database, QUESTION, WenshuServer.FOR_LONG);
          WenshuClient client = new WenshuClient(grammar.port(), QUESTION)) {
        client.ask();
        measureWithModel(database, grammar, client.sql());
      }
    }
    return Report.of(figures);
  }

  private void measureStart(BenchDatabase database) throws Exception {
    StolenTime stolen = StolenTime.begin();
    try (WenshuServer server = WenshuServer.start(work, database, QUESTION, Map.of())) {
      figures.add(Report.STOLEN, stolen.percent());
      figures.add(Report.START_CPU, server.process().cpuSeconds());
      Thread.sleep(IDLE_MILLIS);
      figures.add(Report.WAR_START, server.readySeconds());
      figures.add(Report.START, server.startSeconds());
      figures.add(Report.IDLE_MEMORY, server.process().residentMegabytes());
    }
  }

  private void measureWithModel(BenchDatabase database, WenshuServer grammar, String sql)
      throws Exception {
    try (ScriptedStream stream = new ScriptedStream(sql);
        WenshuServer model = WenshuServer.start(work, database, QUESTION, modelProperties(stream));
        WenshuServer stub = WenshuServer.start(work, database, QUESTION, stubProperties(sql));
        BareServer server = BareServer.start(work, database);
        JdbcPool pool = new JdbcPool(database, CLIENTS)) {
      Callable<Load.Client> bare = pool.opener(sql);
      warmUp(grammar, List.of(model, stub), server.opener(sql), bare);
      try (PeerSlot peer = PeerSlot.open(peerScript, work, database, sql)) {
        for (int turn = 1; turn <= turns; turn++) {
          System.out.println("Turn " + turn + " of " + turns);
          measureQuestion(grammar, server.opener(sql), bare);
          measureStream(grammar, model, peer, sql);
          measureStub(stub);
          measureRelay(model, stream);
        }
      }
    }
  }

  private static Map<String, String> modelProperties(ScriptedStream stream) {
    Map<String, String> properties = new HashMap<>(WenshuServer.FOR_LONG);
    properties.put("wenshu.llm.base-url", stream.baseUrl());
    properties.put("wenshu.llm.model", "scripted");
    return properties;
  }

  private Map<String, String> stubProperties(String sql) throws IOException {
    Path war = work.resolve("stub.war");
    StubWar.write(Path.of(System.getProperty("bench.war")), war);
    Map<String, String> properties = new HashMap<>(WenshuServer.FOR_LONG);
    properties.put("wenshu.launcher.war", war.toString());
    properties.put(StubModelBeans.SQL, sql);
    return properties;
  }

  private static void warmUp(
      WenshuServer grammar,
      List<WenshuServer> models,
      Callable<Load.Client> server,
      Callable<Load.Client> bare)
      throws Exception {
    System.out.println("Warming up");
    WarmUp.run(grammar.process(), WenshuClient.opener(grammar.port(), QUESTION));
    WarmUp.run(grammar.process(), WenshuClient.opener(grammar.port(), LONG_QUESTION));
    for (WenshuServer model : models) {
      WarmUp.run(model.process(), WenshuClient.opener(model.port(), QUESTION));
    }
    Load.run(WarmUp.CLIENTS, 10_000, server);
    Load.run(CLIENTS, 2_000, bare);
  }

  private void measureQuestion(
      WenshuServer grammar, Callable<Load.Client> server, Callable<Load.Client> bare)
      throws Exception {
    Callable<Load.Client> ours = WenshuClient.opener(grammar.port(), QUESTION);
    figures.add(Report.QUESTION_P50, Load.run(1, 500, ours).p50());
    figures.add(Report.JDBC_P50, Load.run(1, 1_000, bare).p50());
    figures.add(Report.QUESTIONS_PER_SECOND, Load.run(CLIENTS, 500, ours).perSecond());
    figures.add(Report.BARE_PER_SECOND, Load.run(CLIENTS, 1_000, server).perSecond());
    figures.add(Report.JDBC_PER_SECOND, Load.run(CLIENTS, 1_000, bare).perSecond());
  }

  private void measureStream(WenshuServer grammar, WenshuServer model, PeerSlot peer, String sql)
      throws Exception {
    figures.add(Report.MODEL_CPU, cpuMillis(model.process(), model.port(), QUESTION));
    figures.add(Report.GRAMMAR_CPU, cpuMillis(grammar.process(), grammar.port(), LONG_QUESTION));
    figures.add(Report.MODEL_FRAMES, pieces(model.port(), QUESTION));
    figures.add(Report.GRAMMAR_PIECES, pieces(grammar.port(), LONG_QUESTION));
    if (peer.present()) {
      figures.add(Report.PEER_CPU, cpuMillis(peer.process(), peer.opener(sql)));
    }
  }

  private void measureStub(WenshuServer stub) throws Exception {
    figures.add(Report.STUB_CPU, cpuMillis(stub.process(), stub.port(), QUESTION));
    figures.add(Report.STUB_FRAMES, pieces(stub.port(), QUESTION));
  }

  private static double pieces(int port, String question) throws IOException {
    try (WenshuClient client = new WenshuClient(port, question)) {
      client.ask();
      return client.chunks();
    }
  }

  private static double cpuMillis(ChildProcess process, int port, String question)
      throws Exception {
    return cpuMillis(process, WenshuClient.opener(port, question));
  }

  private static double cpuMillis(ChildProcess process, Callable<Load.Client> opener)
      throws Exception {
    double before = process.cpuSeconds();
    int answers = Load.run(CLIENTS, 300, opener).answers();
    return (process.cpuSeconds() - before) * 1000 / answers;
  }

  private void measureRelay(WenshuServer model, ScriptedStream stream) throws IOException {
    double[] millis = new double[300];
    try (WenshuClient client = new WenshuClient(model.port(), QUESTION)) {
      for (int i = 0; i < millis.length; i++) {
        client.ask();
        millis[i] = (client.firstChunkAt() - stream.firstSentAt()) / 1e6;
      }
    }
    figures.add(Report.RELAY_P50, Figures.percentile(millis, 0.5));
    figures.add(Report.RELAY_P99, Figures.percentile(millis, 0.99));
  }

  /** Runs, prints the report and keeps it beside the other results. */
  static void runAndPrint(Path work, int turns, Optional<Path> peerScript) throws Exception {
    String report = new ServerBenchmarks(work, turns, peerScript).run();
    System.out.println(report);
    Files.writeString(work.resolve("server.md"), report);
  }
}
