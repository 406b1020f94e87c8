package org.wenshu.guard;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.execution.ExecutionConfig;
import org.wenshu.execution.InMemoryPool;
import org.wenshu.execution.JdbcQueryExecutor;
import org.wenshu.execution.Rows;
import org.wenshu.execution.StatementKiller;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/**
 * Sends statements to a {@link FuzzServer}, all in one session, and looks after each of them at
 * what it has done there. Not thread-safe.
 */
final class FuzzRun implements AutoCloseable {
  static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** Any number of combinations of rows: the server's estimate must not stand in for the guard. */
  static final ExecutionConfig LIMITS = new ExecutionConfig(TIMEOUT, 1_000, 8L << 20, 0);

  private static final Duration LATEST = TIMEOUT.plusSeconds(1);
  private static final int STATE_EVERY = 500;

  private final Connection root = FuzzServer.root();
  private final StatementKiller killer = new StatementKiller(FuzzServer.source());
  private final long started = FuzzServer.started(root);
  private final Set<String> seen = new HashSet<>();
  private final List<String> findings = new ArrayList<>();
  private final List<String> sinceState = new ArrayList<>();
  private InMemoryPool pool = new InMemoryPool(FuzzServer.source());
  private String session;
  private Map<String, String> state;
  private Map<String, String> deeds;
  private final Map<String, Integer> rejections = new TreeMap<>();
  private int rejected;
  private int timeouts;
  private long rows;
  private Duration slowest = Duration.ZERO;
  private String slowestSql = "";

  /** Remembers how the server is before the first statement. */
  FuzzRun() throws SQLException {
    // Whatever the first look does by itself is done when the second one is taken.
    FuzzServer.state(root);
    state = FuzzServer.state(root);
    deeds = FuzzServer.deeds(root);
    session = session();
  }

  /** Runs it unless its like has run; its answer must hold no secret where that is withheld. */
  void run(GuardedSql sql, boolean withheld) throws SQLException {
    if (!seen.add(sql.text())) {
      return;
    }
    long start = System.nanoTime();
    execute(sql, withheld);
    time(sql, Duration.ofNanos(System.nanoTime() - start));
    lookAfter(sql);
    sinceState.add(sql.text());
    if (sinceState.size() >= STATE_EVERY) {
      compareState();
    }
  }

  private void execute(GuardedSql sql, boolean withheld) {
    try {
      Rows answer =
          new JdbcQueryExecutor(pool, killer, LIMITS)
              .execute(sql, Deadline.after(Duration.ofMinutes(1)), new Cancellation());
      rows += answer.rows().size();
      if (withheld && shows(answer)) {
        findings.add("shows what is withheld: " + sql);
      }
    } catch (WenshuException e) {
      if (e.code() == ErrorCode.EXECUTION_TIMED_OUT) {
        timeouts++;
        findings.add("runs into the timeout: " + sql);
      } else if (e.code() == ErrorCode.EXECUTION_FAILED) {
        rejected++;
        lookAt(e, sql);
      } else {
        findings.add(e + ": " + sql);
      }
    }
  }

  /** What only the driver refused, or the server did not even understand, the guard let pass. */
  private void lookAt(WenshuException rejection, GuardedSql sql) {
    rejections.merge(rejection.wording().english().replaceAll("'.*'", "…"), 1, Integer::sum);
    if (rejection.getCause() instanceof SQLException cause && cause.getErrorCode() == 0) {
      findings.add("refused by the driver, " + cause.getMessage() + ": " + sql);
    }
  }

  private static boolean shows(Rows answer) {
    return answer.rows().stream()
        .flatMap(List::stream)
        .map(String::valueOf)
        .anyMatch(c -> c.contains(FuzzServer.SECRET) || c.contains(FuzzServer.SECRET_NUMBER));
  }

  private void time(GuardedSql sql, Duration took) {
    if (took.compareTo(slowest) > 0) {
      slowest = took;
      slowestSql = sql.text();
    }
    if (took.compareTo(LATEST) > 0) {
      findings.add("lasts " + took + ": " + sql);
    }
  }

  private void lookAfter(GuardedSql sql) throws SQLException {
    Map<String, String> deedsNow = FuzzServer.deeds(root);
    if (!deedsNow.equals(deeds)) {
      findings.add("makes the server do " + changes(deeds, deedsNow) + ": " + sql);
      deeds = deedsNow;
    }
    String now = session();
    if (!now.equals(session)) {
      findings.add("leaves its session with " + now + ", not " + session + ": " + sql);
      pool = new InMemoryPool(FuzzServer.source());
      session = session();
    }
  }

  private String session() throws SQLException {
    try (Connection pooled = pool.getConnection()) {
      return FuzzServer.session(pooled);
    }
  }

  private void compareState() throws SQLException {
    Map<String, String> now = FuzzServer.state(root);
    if (!now.equals(state)) {
      String suspects = String.join("\n", sinceState);
      findings.add("changed " + changes(state, now) + " by one of\n" + suspects);
      state = now;
    }
    sinceState.clear();
  }

  private static Map<String, String> changes(Map<String, String> from, Map<String, String> to) {
    Map<String, String> changes = new TreeMap<>();
    to.forEach((k, v) -> changes.merge(k, v, (a, b) -> b));
    changes.entrySet().removeAll(from.entrySet());
    from.keySet().stream().filter(k -> !to.containsKey(k)).forEach(k -> changes.put(k, "gone"));
    return changes;
  }

  /** Something is wrong that no single statement of the server's shows. */
  void find(String finding) {
    findings.add(finding);
  }

  /** Takes the last look; the figures so far. */
  FuzzReport report() throws SQLException {
    compareState();
    String left = FuzzServer.left(root);
    if (!left.equals("transactions 0 statements 0")) {
      findings.add("left on the server: " + left);
    }
    // Seconds are cut off on either side.
    if (Math.abs(FuzzServer.started(root) - started) > 2) {
      findings.add("the server was started anew");
    }
    return new FuzzReport(
        seen.size(),
        rejections,
        rejected,
        timeouts,
        rows,
        slowest,
        slowestSql,
        List.copyOf(findings));
  }

  @Override
  public void close() throws SQLException {
    killer.close();
    root.close();
  }
}
