package org.wenshu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenshu.generation.DraftSql;
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

  private static AccessRule rule(Effect effect, String table, String column, String expression) {
    return new AccessRule(Subject.everyone(), effect, table, column, expression);
  }

  @BeforeEach
  void load() throws SQLException {
    FuzzServer.load();
  }

  @Test
  void nothingAdmittedWritesLocksLeaksOrLasts() throws SQLException, IOException {
    SchemaSnapshot schema =
        new SchemaScanner(FuzzServer.source(), SchemaConfig.defaults()).scan(Optional.empty());
    SqlGuard byList = new SqlGuard(caller -> ShopSchema.POLICY);
    SqlGuard byRules = new SqlGuard(GuardLiveFuzz::policy);
    Mutants mutants = new Mutants(SEED);
    int admitted = 0;
    try (FuzzRun run = new FuzzRun()) {
      for (int i = 0; i < MUTATIONS; i++) {
        String sql = mutants.next();
        admitted += judge(byList, sql, ShopSchema.SNAPSHOT, run, false);
        admitted += judge(byRules, sql, schema, run, true);
      }
      FuzzReport report = run.report();
      report.write(SEED, MUTATIONS, admitted);
      assertThat(report.findings()).isEmpty();
      assertThat(report.executed() - report.rejected())
          .as("statements answered, else nothing was tried")
          .isGreaterThan(MUTATIONS / 50);
    }
  }

  /** 1 when it is admitted. */
  private static int judge(
      SqlGuard guard, String sql, SchemaSnapshot schema, FuzzRun run, boolean withheld)
      throws SQLException {
    try {
      if (guard.judge(new DraftSql(sql), schema, Caller.anonymous())
          instanceof Judgement.Admitted read) {
        run.run(read.sql(), withheld);
        return 1;
      }
    } catch (RuntimeException e) {
      run.find(e + " instead of a judgement: " + sql);
    }
    return 0;
  }

  private static GuardPolicy policy(Caller caller) {
    return new GuardPolicy(
        Set.of(),
        Set.of(),
        Set.of(),
        GuardPolicy.Star.PERMITTED_COLUMNS,
        RULES.policyOf(caller),
        GuardLimits.defaults(),
        new StatementBounds(FuzzRun.LIMITS.maxRows() + 1, FuzzRun.TIMEOUT));
  }

  /** What the guard would have to let through for the run to fail. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          SELECT fn_touch(1) | Com_insert
          SELECT fn_touch(2) | rows changed in shop.audit_log
          SELECT fn_touch(3) | changed {shop.audit_log
          SELECT NEXTVAL(s1) | rows changed in shop.s1
          SELECT GET_LOCK('mine', 0) | locks 1
          SELECT @a := 1 | variables 1
          SELECT id FROM orders INTO OUTFILE 'canary' | refused by the driver
          SELECT SLEEP(30) | timeout
          SELECT token FROM user_credentials | withheld
          SELECT salary FROM employees | withheld
          """)
  void wouldBeSeen(String sql, String finding) throws SQLException, IOException {
    SqlGuard guard = new SqlGuard(caller -> ShopSchema.POLICY);
    assertThat(guard.judge(new DraftSql(sql), ShopSchema.SNAPSHOT, Caller.anonymous()))
        .isInstanceOf(Judgement.Refused.class);
    String sent = sql.replace("'canary'", "'" + ShopDatabase.files().resolve("canary") + "'");
    try (FuzzRun run = new FuzzRun()) {
      run.run(TestingGuardedSql.of(sent), true);
      assertThat(run.report().findings()).anySatisfy(f -> assertThat(f).contains(finding));
    } finally {
      Files.deleteIfExists(ShopDatabase.files().resolve("canary"));
    }
  }
}
