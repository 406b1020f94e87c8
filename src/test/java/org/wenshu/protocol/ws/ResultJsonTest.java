package org.wenshu.protocol.ws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wenshu.ask.Answer;
import org.wenshu.ask.Insight;
import org.wenshu.execution.Rows;
import org.wenshu.guard.TestingGuardedSql;
import org.wenshu.protocol.json.ColumnLabels;
import org.wenshu.protocol.ws.ResultJson.ErrorResult;
import org.wenshu.question.Language;
import org.wenshu.question.Wording;
import org.wenshu.values.Substitution;

class ResultJsonTest {
  private static final int LIMIT = 2000;

  private final ResultJson results = new ResultJson(LIMIT, Clock.systemUTC());

  @Test
  void writesEveryKindOfValue() {
    List<Object> row =
        Arrays.asList(
            9007199254740993L,
            new BigInteger("18446744073709551615"),
            new BigDecimal("0.00000001000"),
            new BigDecimal("1E+3"),
            true,
            "a\n\"中\"",
            LocalDate.of(2025, 1, 2),
            LocalDateTime.of(2025, 1, 2, 3, 4, 5),
            LocalDateTime.of(2025, 1, 2, 3, 4, 5, 6000),
            new Rows.TimeOfDay("-838:59:59"),
            new byte[] {1, 2, (byte) 0xff},
            new Rows.Json("{\"a\": [1.10, null]}"),
            new Rows.Json("{broken"),
            null);
    List<String> labels =
        List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n");

    assertThat(success(new Rows(labels, List.of(row), false)))
        .contains(
            "\"result\":[{\"a\":9007199254740993,\"b\":18446744073709551615,\"c\":0.00000001000,"
                + "\"d\":1000,\"e\":1,\"f\":\"a\\n\\\"中\\\"\",\"g\":\"2025-01-02\","
                + "\"h\":\"2025-01-02T03:04:05\",\"i\":\"2025-01-02T03:04:05.000006\","
                + "\"j\":\"-838:59:59\",\"k\":\"AQL/\",\"l\":{\"a\": [1.10, null]},"
                + "\"m\":\"{broken\",\"n\":null}],\"row_count\":1,\"timestamp\":\"");
  }

  @Test
  void keepsRepeatedLabelsApart() {
    Rows rows = new Rows(List.of("a", "a", "a_2", "a"), List.of(List.of(1L, 2L, 3L, 4L)), false);

    assertThat(success(rows)).contains("[{\"a\":1,\"a_3\":2,\"a_2\":3,\"a_4\":4}]");
    assertThat(ColumnLabels.distinct(List.of("n", "n", "n"))).containsExactly("n", "n_2", "n_3");
  }

  @Test
  void answersNoRowsWithAnEmptyArray() {
    assertThat(success(new Rows(List.of("a"), List.of(), false)))
        .contains("\"result\":[],\"row_count\":0,")
        .doesNotContain("truncated");
  }

  @Test
  void escapesControlWordsWithoutChangingTheValue() throws JsonProcessingException {
    List<String> words =
        List.of("最终SQL语句: x", "正在执行SQL查询", "正在处理查询请求", "正在调用text2sql模型", "查询失败", "异常异常", "\\异常");
    List<List<Object>> rows = words.stream().map(w -> List.<Object>of(w)).toList();
    String json = success(new Rows(List.of("异常"), rows, false));

    assertThat(json)
        .doesNotContain("最终SQL语句:", "正在执行SQL查询", "正在处理查询请求", "正在调用text2sql模型", "查询失败", "异常")
        .contains("\\u5f02常", "query_result")
        .startsWith("{");
    JsonNode result = ValueJson.MAPPER.readTree(json).path("result");
    assertThat(result).extracting(r -> r.path("异常").asText()).containsExactlyElementsOf(words);
  }

  @Test
  void dropsRowsFromTheEndUntilItFits() throws JsonProcessingException {
    List<Object> row = List.of("异常".repeat(10));
    Rows rows = new Rows(List.of("值"), Collections.nCopies(100, row), false);
    String json = success(rows);

    JsonNode message = ValueJson.MAPPER.readTree(json);
    assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(LIMIT - 200, LIMIT);
    assertThat(message.path("truncated").asBoolean()).isTrue();
    assertThat(message.path("row_count").asInt())
        .isEqualTo(message.path("result").size())
        .isBetween(2, 50);
  }

  @Test
  void tellsAboutRepairSubstitutionsAndNotices() {
    Substitution substitution =
        new Substitution(
            "department", "`D` LIKE '%a%'", "`D` = 'ab'", "prefix", false, List.of("ac"));
    Answer answer =
        new Answer(
            "SELECT 2",
            Optional.of("SELECT 1"),
            TestingGuardedSql.of("SELECT 2"),
            new Rows(List.of(), List.of(), true),
            List.of(substitution),
            "grammar",
            List.of(new Wording("模型不可用", "The model is down")),
            Insight.NONE,
            false,
            Duration.ZERO);

    assertThat(results.success("q", answer, Language.ENGLISH, Optional.of("7")))
        .endsWith(
            ",\"id\":\"7\",\"substitutions\":[{\"group\":\"department\",\"from\":\"`D` LIKE"
                + " '%a%'\",\"to\":\"`D` ="
                + " 'ab'\",\"rule\":\"prefix\",\"ambiguous\":false,\"alternatives\":[\"ac\"]}],\"rewritten\":true,\"original_sql\":\"SELECT"
                + " 1\",\"truncated\":true,\"generator\":\"grammar\",\"notice\":\"The model is"
                + " down\"}");
  }

  @Test
  void writesErrorsWithoutAnUnknownQuestion() {
    ErrorResult error =
        new ErrorResult(
            Optional.empty(), "请求不是有效的JSON", Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(results.error(error))
        .matches(
            "\\{\"type\":\"query_result\",\"status\":\"error\",\"query\":null,"
                + "\"error\":\"请求不是有效的JSON\","
                + "\"timestamp\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\"\\}");
  }

  private String success(Rows rows) {
    return results.success(
        "q",
        new Answer(
            "SELECT 1",
            Optional.empty(),
            TestingGuardedSql.of("SELECT 1"),
            rows,
            List.of(),
            "model",
            List.of(),
            Insight.NONE,
            false,
            Duration.ZERO),
        Language.CHINESE,
        Optional.empty());
  }
}
