package org.wenshu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.execution.ExecutionConfig;
import org.wenshu.execution.JdbcQueryExecutor;
import org.wenshu.execution.Rows;
import org.wenshu.execution.StatementKiller;
import org.wenshu.generation.DraftSql;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.schema.SchemaConfig;
import org.wenshu.schema.SchemaSnapshot;
import org.wenshu.schema.scan.SchemaScanner;
import org.wenshu.security.Caller;
import org.wenshu.security.policy.AccessRule;
import org.wenshu.security.policy.AccessRule.Effect;
import org.wenshu.security.policy.AccessRule.Subject;
import org.wenshu.security.policy.AccessRules;

/**
 * Runs what the guard admits of a hundred thousand mutants on a server where only the guard stands
 * in the way (profile {@code fuzz}; {@code fuzz.mutations}, {@code fuzz.seed}). Nothing may be
 * written, locked, left running or shown that the rules withhold.
 */
class GuardLiveFuzz {
  private static final int MUTATIONS = Integer.getInteger("fuzz.mutations", 100_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_121L);
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final int CHECK_EVERY = 500;
  private static final ExecutionConfig LIMITS = new ExecutionConfig(TIMEOUT, 1_000, 8L << 20);
  private static final AccessRules RULES =
      new AccessRules(
          List.of(
              rule(Effect.DENY_TABLE, "user_credentials", "", ""),
              rule(Effect.DENY_TABLE, "audit_log", "", ""),
              rule(Effect.DENY_TABLE, "v_payroll", "", ""),
              rule(Effect.DENY_COLUMN, "customers", "id_card", ""),
              rule(Effect.DENY_COLUMN, "employees", "salary", ""),
              rule(Effect.MASK_COLUMN, "customers", "phone", "CONCAT('1', '**')"),
              rule(Effect.FILTER_ROWS, "orders", "", "deleted_flag = 0")));

  private static SchemaSnapshot schema;
  private static StatementKiller killer;
  private static JdbcQueryExecutor executor;

  private final Set<String> seen = new HashSet<>();
  private final List<String> findings = new ArrayList<>();
  private final List<String> sinceCheck = new ArrayList<>();
  private int admitted;
  private int rejected;
  private int timeouts;
  private long rows;
  private Duration slowest = Duration.ZERO;
  private String slowestSql = "";

  private static AccessRule rule(Effect effect, String table, String column, String expression) {
    return new AccessRule(Subject.everyone(), effect, table, column, expression);
  }

  @BeforeAll
  static void load() throws SQLException {
    FuzzServer.load();
    schema = new SchemaScanner(FuzzServer.source(), SchemaConfig.defaults()).scan(Optional.empty());
    killer = new StatementKiller(FuzzServer.source());
    executor = new JdbcQueryExecutor(FuzzServer.source(), killer, LIMITS);
  }

  @AfterAll
  static void close() {
    killer.close();
  }

  @Test
  void nothingAdmittedWritesLocksLeaksOrLasts() throws SQLException, IOException {
    SqlGuard byList = new SqlGuard(caller -> ShopSchema.POLICY);
    SqlGuard byRules = new SqlGuard(caller -> policy(caller));
    Mutants mutants = new Mutants(SEED);
    FuzzServer.state();
    Map<String, String> before = FuzzServer.state();
    Map<String, String> look = FuzzServer.state();
    for (int i = 0; i < MUTATIONS; i++) {
      String sql = mutants.next();
      run(byList.judge(new DraftSql(sql), ShopSchema.SNAPSHOT, Caller.anonymous()), false);
      run(byRules.judge(new DraftSql(sql), schema, Caller.anonymous()), true);
      if (sinceCheck.size() >= CHECK_EVERY) {
        look = check(look);
      }
    }
    look = check(look);
    write(before, look);
    assertThat(findings).isEmpty();
    assertThat(seen)
        .as("statements run, else nothing was tried")
        .hasSizeGreaterThan(MUTATIONS / 50);
  }

  private static GuardPolicy policy(Caller caller) {
    return new GuardPolicy(
        Set.of(),
        Set.of(),
        Set.of(),
        GuardPolicy.Star.PERMITTED_COLUMNS,
        RULES.policyOf(caller),
        GuardLimits.defaults(),
        new StatementBounds(LIMITS.maxRows() + 1, TIMEOUT));
  }

  private void run(Judgement judgement, boolean withheld) {
    if (judgement instanceof Judgement.Admitted read) {
      admitted++;
      if (seen.add(read.sql().text())) {
        sinceCheck.add(read.sql().text());
        execute(read.sql(), withheld);
      }
    }
  }

  private void execute(GuardedSql sql, boolean withheld) {
    long start = System.nanoTime();
    try {
      Rows answer =
          executor.execute(sql, Deadline.after(Duration.ofMinutes(1)), new Cancellation());
      rows += answer.rows().size();
      if (withheld && shows(answer)) {
        findings.add("shows what is withheld: " + sql.text());
      }
    } catch (WenshuException e) {
      rejected++;
      if (e.code() == ErrorCode.EXECUTION_TIMED_OUT) {
        timeouts++;
        findings.add("runs into the timeout: " + sql.text());
      }
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (took.compareTo(slowest) > 0) {
      slowest = took;
      slowestSql = sql.text();
    }
    if (took.compareTo(TIMEOUT.plus(GRACE)) > 0) {
      findings.add("lasts " + took + ": " + sql.text());
    }
  }

  private static boolean shows(Rows answer) {
    return answer.rows().stream()
        .flatMap(List::stream)
        .map(String::valueOf)
        .anyMatch(
            cell -> cell.contains(FuzzServer.SECRET) || cell.contains(FuzzServer.SECRET_NUMBER));
  }

  /** What the server has become since the last look, and which statements may have done it. */
  private Map<String, String> check(Map<String, String> last) throws SQLException {
    Map<String, String> now = FuzzServer.state();
    if (!now.equals(last)) {
      Map<String, String> changed = new TreeMap<>(now);
      changed.entrySet().removeAll(last.entrySet());
      findings.add("changed " + changed + " by one of\n" + String.join("\n", sinceCheck));
    }
    if (FuzzServer.left() != 0) {
      findings.add("left something behind: one of\n" + String.join("\n", sinceCheck));
    }
    sinceCheck.clear();
    return now;
  }

  private void write(Map<String, String> before, Map<String, String> after) throws IOException {
    String report =
        """
        # Mutants on a live server

        | | |
        | --- | ---: |
        | seed | %d |
        | mutants, each judged by two policies | %d |
        | admitted | %d |
        | distinct statements run | %d |
        | of them rejected by the server | %d |
        | into the timeout of %d s | %d |
        | slowest | %d ms |
        | rows read | %d |
        | state of the server unchanged | %s |
        | findings | %d |

        Slowest: `%s`

        %s
        """
            .formatted(
                SEED,
                MUTATIONS,
                admitted,
                seen.size(),
                rejected,
                TIMEOUT.toSeconds(),
                timeouts,
                slowest.toMillis(),
                rows,
                before.equals(after) ? "yes" : "no",
                findings.size(),
                slowestSql,
                String.join("\n\n", findings));
    Path folder = Files.createDirectories(Path.of("target", "fuzz"));
    Files.writeString(folder.resolve("report.md"), report);
    System.out.println(report);
  }
}
