package org.wenshu.protocol.ws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wenshu.ask.Answer;
import org.wenshu.ask.AskEvent;
import org.wenshu.ask.Insight;
import org.wenshu.error.ErrorCode;
import org.wenshu.execution.Rows;
import org.wenshu.guard.TestingGuardedSql;
import org.wenshu.protocol.frames.RecordingChannel;
import org.wenshu.protocol.frames.TestingSenders;
import org.wenshu.question.Question;
import org.wenshu.question.Wording;
import org.wenshu.values.Substitution;

class Text2SqlRendererTest {
  private static final String S1 = "正在处理查询请求...";
  private static final String S2 = "正在调用text2sql模型生成SQL语句...";
  private static final String S6 = "正在执行SQL查询...";
  private static final Rows TWO_ROWS =
      new Rows(List.of("人数"), List.of(List.of(42L), List.of(7L)), false);
  private static final Wording UNKNOWN_COLUMN =
      new Wording("Unknown column 'HOURS'", "Unknown column 'HOURS'");
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2025-11-25T10:30:00.000001Z"), ZoneOffset.UTC);

  private final RecordingChannel channel = new RecordingChannel();
  private final AtomicInteger ended = new AtomicInteger();
  private AnswerOptions options = AnswerOptions.defaults();
  private boolean holdsDone;

  @Test
  void rendersSuccess() {
    render(
        started(),
        new AskEvent.SchemaLinked(List.of("T")),
        new AskEvent.Generating(),
        new AskEvent.SqlDelta("SELECT 1"),
        new AskEvent.SqlDrafted("SELECT 1", "SELECT 1", "model"),
        new AskEvent.ValuesLinked("SELECT 1", List.of()),
        new AskEvent.Executing("SELECT 1", 0),
        new AskEvent.Fetched(TWO_ROWS, 0),
        answered(Optional.empty()));

    assertThat(channel.frames())
        .containsExactly(
            S1,
            S2,
            "SELECT ",
            "1",
            "DONE",
            "最终SQL语句: SELECT 1",
            S6,
            "SQL查询成功，结果行数: 2",
            "{\"type\":\"query_result\",\"status\":\"success\",\"query\":\"多少人\",\"sql\":\"SELECT 1\","
                + "\"result\":[{\"人数\":42},{\"人数\":7}],\"row_count\":2,"
                + "\"timestamp\":\"2025-11-25T10:30:00.000001\",\"generator\":\"model\"}",
            "FLAG_DONE");
    assertThat(ended).hasValue(1);
  }

  @Test
  void rendersARepairedFailure() {
    render(
        started(),
        new AskEvent.Generating(),
        new AskEvent.ValuesLinked("SELECT 1", List.of()),
        new AskEvent.Executing("SELECT 1", 0),
        new AskEvent.ExecutionFailed(ErrorCode.EXECUTION_FAILED, UNKNOWN_COLUMN, 0),
        new AskEvent.Repairing(),
        new AskEvent.Repaired("```sql\nSELECT 2\n```", Optional.of("SELECT 2")),
        new AskEvent.Executing("SELECT 2", 1),
        new AskEvent.Fetched(TWO_ROWS, 1),
        answered(Optional.of("SELECT 1")));

    assertThat(channel.frames().subList(4, 11))
        .containsExactly(
            S6,
            "SQL查询失败: Unknown column 'HOURS'",
            "正在尝试重写SQL语句...",
            "模型重写的SQL内容: ```sql\nSELECT 2\n```",
            "重写后的SQL语句: SELECT 2",
            "正在执行重写后的SQL查询...",
            "重写后的SQL查询成功");
    assertThat(result().path("rewritten").asBoolean()).isTrue();
    assertThat(result().path("original_sql").asText()).isEqualTo("SELECT 1");
  }

  @Test
  void rendersARepairThatFailsToo() {
    render(
        started(),
        new AskEvent.Generating(),
        new AskEvent.ValuesLinked("SELECT 1", List.of()),
        new AskEvent.Executing("SELECT 1", 0),
        new AskEvent.ExecutionFailed(ErrorCode.EXECUTION_FAILED, UNKNOWN_COLUMN, 0),
        new AskEvent.Repairing(),
        new AskEvent.Repaired(" ", Optional.empty()),
        new AskEvent.Executing("", 1),
        new AskEvent.ExecutionFailed(ErrorCode.EXECUTION_FAILED, UNKNOWN_COLUMN, 1),
        new AskEvent.Failed(ErrorCode.EXECUTION_FAILED, UNKNOWN_COLUMN, Optional.of("SELECT 1")));

    assertThat(channel.frames().subList(7, 11))
        .containsExactly(
            "模型重写的SQL内容: 无",
            "重写后的SQL语句: 无",
            "正在执行重写后的SQL查询...",
            "重写后的SQL查询仍然失败: Unknown column 'HOURS'");
    assertThat(result().path("status").asText()).isEqualTo("error");
    assertThat(result().path("error").asText()).isEqualTo("重写后的SQL查询仍然失败: Unknown column 'HOURS'");
    assertThat(result().path("last_sql").asText()).isEqualTo("SELECT 1");
  }

  @Test
  void rendersAnAbstentionWithItsReason() {
    render(
        started(),
        new AskEvent.Generating(),
        new AskEvent.SqlDelta("不知道"),
        new AskEvent.Abstained(new Wording("没有天气的数据", "No weather here")));

    assertThat(channel.frames().subList(0, 6))
        .containsExactly(S1, S2, "不知", "道", "DONE", "SQL语句生成失败");
    assertThat(result().path("error").asText()).isEqualTo("SQL语句生成失败");
    assertThat(result().path("reason").asText()).isEqualTo("没有天气的数据");
    assertThat(channel.frames()).endsWith("FLAG_DONE");
  }

  @Test
  void rendersAnErrorDuringGenerationWithDone() {
    render(started(), new AskEvent.Generating(), new AskEvent.SqlDelta("SELECT"), down());

    assertThat(channel.frames().subList(0, 6))
        .containsExactly(S1, S2, "SELEC", "T", "DONE", "查询处理过程中发生异常: 模型不可用");
    assertThat(channel.frames().get(6)).contains("查询处理失败: 模型不可用");
    assertThat(channel.frames()).endsWith("FLAG_DONE").hasSize(8);
  }

  @Test
  void rendersAnErrorBeforeGenerationLikeOneDuringIt() {
    render(started(), down());

    assertThat(channel.frames().subList(0, 4))
        .containsExactly(S1, S2, "DONE", "查询处理过程中发生异常: 模型不可用");
  }

  @Test
  void rendersAnErrorAfterGenerationWithoutASecondDone() {
    render(
        started(),
        new AskEvent.Generating(),
        new AskEvent.ValuesLinked("SELECT 1", List.of()),
        new AskEvent.Executing("SELECT 1", 0),
        new AskEvent.ExecutionFailed(ErrorCode.EXECUTION_FAILED, UNKNOWN_COLUMN, 0),
        new AskEvent.Repairing(),
        down());

    assertThat(channel.frames()).containsOnlyOnce("DONE");
    assertThat(channel.frames().subList(5, 8))
        .containsExactly("SQL查询失败: Unknown column 'HOURS'", "正在尝试重写SQL语句...", "查询处理过程中发生异常: 模型不可用");
  }

  @Test
  void rendersSaturationAsResultAlone() {
    render(
        new AskEvent.Failed(
            ErrorCode.SATURATED, new Wording("服务器繁忙，请稍后重试", "Busy"), Optional.empty()));

    assertThat(channel.frames()).hasSize(2).endsWith("FLAG_DONE");
    assertThat(result().path("error").asText()).isEqualTo("服务器繁忙，请稍后重试");
  }

  @Test
  void holdsTheEndOfGenerationUntilTheFirstExecutionEnded() {
    holdsDone = true;
    Text2SqlRenderer renderer = renderer();
    renderer.on(started());
    renderer.on(new AskEvent.Generating());
    renderer.on(new AskEvent.ValuesLinked("SELECT 1", List.of()));
    renderer.on(new AskEvent.Executing("SELECT 1", 0));
    assertThat(channel.frames()).containsExactly(S1, S2);

    renderer.on(new AskEvent.Fetched(TWO_ROWS, 0));

    assertThat(channel.frames().subList(2, 6))
        .containsExactly("DONE", "最终SQL语句: SELECT 1", S6, "SQL查询成功，结果行数: 2");
  }

  @Test
  void suppressesTheFirstFailureWhenAsked() {
    options = options.overlaidBy(name -> Optional.of("true"));
    render(
        started(),
        new AskEvent.Generating(),
        new AskEvent.ValuesLinked("SELECT 1", List.of()),
        new AskEvent.Executing("SELECT 1", 0),
        new AskEvent.ExecutionFailed(ErrorCode.EXECUTION_FAILED, UNKNOWN_COLUMN, 0),
        new AskEvent.Repairing());

    assertThat(channel.frames()).endsWith(S6, "正在尝试重写SQL语句...");
  }

  @Test
  void endsAnAnswerOfTheOlderDocumentWithItsLastStatus() {
    options = options.overlaidBy(name -> Optional.of("1").filter(v -> name.equals("profile")));
    render(
        started(),
        new AskEvent.Generating(),
        new AskEvent.ValuesLinked("SELECT 1", List.of()),
        new AskEvent.Executing("SELECT 1", 0),
        new AskEvent.Fetched(TWO_ROWS, 0),
        answered(Optional.empty()));

    assertThat(channel.frames()).endsWith("SQL查询成功，结果行数: 2");
    assertThat(ended).hasValue(1);
  }

  @Test
  void sendsGrowingTextOnRequest() {
    options = options.overlaidBy(name -> Optional.of("cumulative"));
    render(
        started(),
        new AskEvent.Generating(),
        new AskEvent.SqlDelta(" "),
        new AskEvent.SqlDelta("SELECT"),
        new AskEvent.SqlDelta(" 1\n"),
        new AskEvent.ValuesLinked("SELECT 1", List.of()));

    assertThat(channel.frames().subList(2, 5)).containsExactly(" SELECT", " SELECT 1\n", "DONE");
  }

  @Test
  void sendsNoTextOnRequest() {
    options = options.overlaidBy(name -> Optional.of("none"));
    render(
        started(),
        new AskEvent.Generating(),
        new AskEvent.SqlDelta("SELECT 1"),
        new AskEvent.ValuesLinked("SELECT 1", List.of()));

    assertThat(channel.frames().subList(1, 3)).containsExactly(S2, "DONE");
  }

  private void render(AskEvent... events) {
    Text2SqlRenderer renderer = renderer();
    for (AskEvent event : events) {
      renderer.on(event);
    }
  }

  private Text2SqlRenderer renderer() {
    WsConfig config = WsConfig.defaults();
    Reply reply =
        new Reply(
            TestingSenders.on(channel), options.stream(), new FrameLog("[test] ", config), config);
    return new Text2SqlRenderer(
        new WsRequest.Ask("多少人", options),
        reply,
        new ResultJson(config.maxResultBytes(), NOON),
        holdsDone,
        ended::incrementAndGet);
  }

  private JsonNode result() {
    List<String> frames = channel.frames();
    try {
      return JsonMapper.builder().build().readTree(frames.get(frames.size() - 2));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static AskEvent started() {
    return new AskEvent.Started(Question.of("多少人"));
  }

  private static AskEvent answered(Optional<String> originalSql) {
    List<Substitution> none = List.of();
    return new AskEvent.Answered(
        new Answer(
            "SELECT 1",
            originalSql,
            TestingGuardedSql.of("SELECT 1"),
            TWO_ROWS,
            none,
            "model",
            List.of(),
            Insight.NONE,
            false,
            Duration.ZERO));
  }

  private static AskEvent down() {
    return new AskEvent.Failed(
        ErrorCode.MODEL_UNAVAILABLE, new Wording("模型不可用", "Model down"), Optional.empty());
  }
}
