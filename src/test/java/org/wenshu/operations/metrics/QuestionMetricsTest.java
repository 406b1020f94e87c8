package org.wenshu.operations.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wenshu.ask.Answer;
import org.wenshu.ask.AskEvent;
import org.wenshu.ask.AskObserver;
import org.wenshu.ask.Insight;
import org.wenshu.audit.AuditOutcome;
import org.wenshu.error.ErrorCode;
import org.wenshu.question.Question;
import org.wenshu.question.Wording;
import org.wenshu.security.Caller;

class QuestionMetricsTest {
  private static final Question QUESTION = Question.of("有多少部门");
  private static final Wording WORDING = new Wording("不行", "No");

  private final Meters meters = new Meters();
  private final QuestionMetrics metrics = new QuestionMetrics(meters);

  @AfterEach
  void close() {
    meters.close();
  }

  @Test
  void countsAnAnswerAndTimesItsSteps() {
    AskObserver.Observation watch = metrics.begin(QUESTION, Caller.anonymous());
    drafted(watch);
    watch.on(new AskEvent.Executing("SELECT 1", 0));
    watch.on(new AskEvent.Guarded("SELECT 1", 0));
    watch.on(new AskEvent.Fetched(null, 0));
    watch.on(answered("model"));
    watch.ended(AuditOutcome.ANSWERED);

    assertThat(questions("answered", "model")).isEqualTo(1);
    assertThat(value("rag_query_duration_seconds_count")).isEqualTo(1);
    assertThat(value("wenshu_first_piece_seconds_count")).isEqualTo(1);
    for (String step :
        List.of("admit", "link_schema", "assemble_prompt", "generate", "link_values", "guard")) {
      assertThat(steps(step)).as(step).isEqualTo(1);
    }
    assertThat(steps("execute")).isEqualTo(1);
    assertThat(meters.text()).doesNotContain("wenshu_repairs_total{");
    assertThat(value("rag_query_errors_total{code=\"internal\",type=\"internal\"}")).isZero();
  }

  @Test
  void countsARefusalAndTheRepairThatHelped() {
    AskObserver.Observation watch = metrics.begin(QUESTION, Caller.anonymous());
    drafted(watch);
    watch.on(new AskEvent.Executing("DELETE", 0));
    watch.on(new AskEvent.Refused("read-only", 0, WORDING, 0));
    watch.on(new AskEvent.ExecutionFailed(ErrorCode.SQL_REFUSED, WORDING, 0));
    watch.on(new AskEvent.Repairing());
    watch.on(new AskEvent.Repaired("SELECT 1", Optional.of("SELECT 1")));
    watch.on(new AskEvent.Executing("SELECT 1", 1));
    watch.on(new AskEvent.Guarded("SELECT 1", 1));
    watch.on(new AskEvent.Fetched(null, 1));
    watch.on(answered("grammar"));
    watch.ended(AuditOutcome.ANSWERED);

    assertThat(questions("answered", "grammar")).isEqualTo(1);
    assertThat(value("wenshu_guard_refusals_total{rule=\"read-only\"}")).isEqualTo(1);
    assertThat(value("wenshu_repairs_total{outcome=\"answered\"}")).isEqualTo(1);
    assertThat(steps("guard")).isEqualTo(2);
    assertThat(steps("execute")).as("what was refused did not run").isEqualTo(1);
    assertThat(steps("repair")).isEqualTo(1);
  }

  @Test
  void countsARepairThatDidNotHelp() {
    AskObserver.Observation watch = metrics.begin(QUESTION, Caller.anonymous());
    drafted(watch);
    watch.on(new AskEvent.Executing("SELECT x", 0));
    watch.on(new AskEvent.Guarded("SELECT x", 0));
    watch.on(new AskEvent.ExecutionFailed(ErrorCode.EXECUTION_FAILED, WORDING, 0));
    watch.on(new AskEvent.Repairing());
    watch.on(new AskEvent.Failed(ErrorCode.EXECUTION_FAILED, WORDING, Optional.empty()));
    watch.ended(AuditOutcome.FAILED);

    assertThat(questions("failed", "model")).isEqualTo(1);
    assertThat(value("rag_query_errors_total{code=\"execution_failed\",type=\"database\"}"))
        .isEqualTo(1);
    assertThat(value("wenshu_repairs_total{outcome=\"failed\"}")).isEqualTo(1);
    assertThat(steps("execute")).isEqualTo(1);
  }

  @Test
  void countsWhatNeverBegan() {
    AskObserver.Observation watch = metrics.begin(QUESTION, Caller.anonymous());
    watch.on(new AskEvent.Failed(ErrorCode.SATURATED, WORDING, Optional.empty()));
    watch.ended(AuditOutcome.TURNED_AWAY);
    metrics.begin(QUESTION, Caller.anonymous()).ended(AuditOutcome.CANCELLED);

    assertThat(questions("turned_away", "none")).isEqualTo(1);
    assertThat(questions("cancelled", "none")).isEqualTo(1);
    assertThat(value("rag_query_errors_total{code=\"saturated\",type=\"resources\"}")).isEqualTo(1);
    assertThat(meters.text()).doesNotContain("step=\"admit\"");
  }

  @Test
  void showsAnAbstentionWhichIsNoError() {
    AskObserver.Observation watch = metrics.begin(QUESTION, Caller.anonymous());
    watch.on(new AskEvent.Started(QUESTION));
    watch.on(new AskEvent.Abstained(WORDING));
    watch.ended(AuditOutcome.ABSTAINED);

    assertThat(questions("abstained", "none")).isEqualTo(1);
    assertThat(meters.text().lines().filter(line -> line.startsWith("rag_query_errors_total{")))
        .allMatch(line -> line.endsWith(" 0.0"));
  }

  private static void drafted(AskObserver.Observation watch) {
    watch.on(new AskEvent.Started(QUESTION));
    watch.on(new AskEvent.SchemaLinked(List.of("departments")));
    watch.on(new AskEvent.Generating());
    watch.on(new AskEvent.SqlDelta("SELECT"));
    watch.on(new AskEvent.SqlDelta(" 1"));
    watch.on(new AskEvent.SqlDrafted("SELECT 1", "SELECT 1", "model"));
    watch.on(new AskEvent.ValuesLinked("SELECT 1", List.of()));
  }

  private static AskEvent answered(String generator) {
    return new AskEvent.Answered(
        new Answer(
            "SELECT 1",
            Optional.empty(),
            null,
            null,
            List.of(),
            generator,
            List.of(),
            Insight.NONE,
            false,
            Duration.ZERO));
  }

  private double questions(String outcome, String generator) {
    return value(
        "wenshu_questions_total{generator=\"%s\",outcome=\"%s\"}".formatted(generator, outcome));
  }

  private double steps(String step) {
    return value("wenshu_step_duration_seconds_count{step=\"%s\"}".formatted(step));
  }

  private double value(String series) {
    return meters
        .text()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(series + " is not shown in\n" + meters.text()));
  }
}
