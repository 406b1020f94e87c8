package org.wenshu.operations.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.execution.ExecutionException;
import org.wenshu.execution.QueryExecutor;
import org.wenshu.generation.model.ChatModel;
import org.wenshu.guard.TestingGuardedSql;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Wording;

class DecoratorsTest {
  private static final Wording WORDING = new Wording("不行", "No");

  private final Meters meters = new Meters();
  private final List<String> pieces = new ArrayList<>();

  @AfterEach
  void close() {
    meters.close();
  }

  @Test
  void countsCallsOfAModelByWhatBecameOfThem() {
    ModelMetrics metrics = new ModelMetrics(meters);
    assertThat(ask(metrics, (s, u, p, d, c) -> streamed(p, "SELECT", " 1"))).isEqualTo("SELECT 1");
    fails(metrics, new WenshuException(ErrorCode.MODEL_TIMED_OUT, WORDING));
    fails(metrics, new CancellationException());
    fails(metrics, new IllegalStateException());
    metrics.used(12, 5);
    metrics.used(3, 2);

    assertThat(pieces).containsExactly("SELECT", " 1");
    assertThat(meters.text())
        .contains("rag_llm_requests_total{outcome=\"answered\"} 1.0\n")
        .contains("rag_llm_requests_total{outcome=\"model_timed_out\"} 1.0\n")
        .contains("rag_llm_requests_total{outcome=\"cancelled\"} 1.0\n")
        .contains("rag_llm_requests_total{outcome=\"failed\"} 1.0\n")
        .contains("wenshu_llm_duration_seconds_count 4\n")
        .contains("wenshu_llm_first_piece_seconds_count 1\n")
        .contains("rag_llm_tokens_total{direction=\"input\"} 15.0\n")
        .contains("rag_llm_tokens_total{direction=\"output\"} 7.0\n");
  }

  @Test
  void countsStatementsByWhatBecameOfThem() {
    run((sql, deadline, cancellation) -> null);
    assertThatThrownBy(
            () ->
                run(
                    (sql, deadline, cancellation) -> {
                      throw new ExecutionException(ErrorCode.EXECUTION_FAILED, WORDING, null);
                    }))
        .isInstanceOf(ExecutionException.class);
    assertThatThrownBy(
            () ->
                run(
                    (sql, deadline, cancellation) -> {
                      throw new CancellationException();
                    }))
        .isInstanceOf(CancellationException.class);

    assertThat(meters.text())
        .contains("rag_db_queries_total{outcome=\"rows\"} 1.0\n")
        .contains("rag_db_queries_total{outcome=\"execution_failed\"} 1.0\n")
        .contains("rag_db_queries_total{outcome=\"cancelled\"} 1.0\n")
        .contains("wenshu_statement_duration_seconds_count 3\n");
  }

  private void fails(ModelMetrics metrics, RuntimeException failure) {
    ChatModel failing =
        (system, user, consumer, deadline, cancellation) -> {
          throw failure;
        };
    assertThatThrownBy(() -> ask(metrics, failing)).isSameAs(failure);
  }

  private String ask(ModelMetrics metrics, ChatModel model) {
    return new MeteredChatModel(model, metrics)
        .answer("s", "u", pieces::add, minute(), new Cancellation());
  }

  private static String streamed(Consumer<String> consumer, String... text) {
    List.of(text).forEach(consumer);
    return String.join("", text);
  }

  private void run(QueryExecutor executor) {
    assertThat(
            new MeteredExecutor(executor, meters)
                .execute(TestingGuardedSql.of("SELECT 1"), minute(), new Cancellation()))
        .isNull();
  }

  private static Deadline minute() {
    return Deadline.after(Duration.ofMinutes(1));
  }
}
