package org.wenshu.client.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenshu.client.ask.AskEvent.Answered;
import org.wenshu.client.ask.AskEvent.Chunk;
import org.wenshu.client.ask.AskEvent.NotAnswered;

class FrameReaderTest {
  private static List<AskEvent> read(List<String> frames) {
    FrameReader reader = new FrameReader();
    List<AskEvent> events = new ArrayList<>();
    frames.forEach(frame -> reader.read(frame).ifPresent(events::add));
    assertThat(reader.ended()).isTrue();
    return events;
  }

  private static NoAnswer reason(List<AskEvent> events) {
    return ((NotAnswered) events.get(events.size() - 1)).reason();
  }

  @Test
  void readsAnAnswer() {
    List<AskEvent> events = read(Answers.success("有几个", "SELECT ", "1"));

    assertThat(events)
        .startsWith(
            new AskEvent.Reached(AskEvent.Stage.RECEIVED, "正在处理查询请求..."),
            new AskEvent.Reached(AskEvent.Stage.GENERATING, "正在调用text2sql模型生成SQL语句..."),
            new Chunk("SELECT ", false),
            new Chunk("1", false),
            new AskEvent.Generated(),
            new AskEvent.FinalSql("SELECT 1"))
        .contains(new AskEvent.RowsCounted(1));
    Answer answer = ((Answered) events.get(events.size() - 1)).answer();
    assertThat(answer.sql()).isEqualTo("SELECT 1");
    assertThat(answer.rows().get(0)).containsEntry("n", 1);
    assertThat(answer.members()).containsEntry("new_member", 7).doesNotContainKey("result");
  }

  @Test
  void readsARewriteThatHelps() {
    List<AskEvent> events = read(Answers.rewritten());

    assertThat(events)
        .contains(
            new AskEvent.ExecutionFailed("Unknown column 'a'"),
            new AskEvent.RewriteWritten("```sql\nSELECT b\n```"),
            new AskEvent.RewrittenSql("SELECT b"));
    Answer answer = ((Answered) events.get(events.size() - 1)).answer();
    assertThat(answer.rewritten()).isTrue();
    assertThat(answer.originalSql()).contains("SELECT a");
  }

  @Test
  void readsARewriteThatDoesNotHelp() {
    NoAnswer reason =
        reason(
            read(
                List.of(
                    Frames.RECEIVED,
                    Frames.GENERATING,
                    "DONE",
                    "最终SQL语句: SELECT a",
                    "正在执行SQL查询...",
                    "SQL查询失败: no",
                    "正在尝试重写SQL语句...",
                    "模型重写的SQL内容: x",
                    "重写后的SQL语句: SELECT b",
                    "正在执行重写后的SQL查询...",
                    "重写后的SQL查询仍然失败: no",
                    Answers.error("重写后的SQL查询仍然失败: no"),
                    "FLAG_DONE")));
    assertThat(reason.kind()).isEqualTo(NoAnswer.Kind.EXECUTION_FAILED);
    assertThat(reason.message()).isEqualTo("重写后的SQL查询仍然失败: no");
  }

  @Test
  void tellsTheOtherEnds() {
    assertThat(reason(read(Answers.without("SQL语句生成失败", "SQL语句生成失败"))).kind())
        .isEqualTo(NoAnswer.Kind.NO_SQL);
    assertThat(reason(read(Answers.without("查询处理过程中发生异常: x", "查询处理失败: x"))).kind())
        .isEqualTo(NoAnswer.Kind.FAILED);
    assertThat(reason(read(List.of(Answers.error("请求不是有效的JSON"), "FLAG_DONE"))).kind())
        .isEqualTo(NoAnswer.Kind.INVALID_QUESTION);
    assertThat(reason(read(List.of(Answers.error("不支持的消息类型: x"), "FLAG_DONE"))).kind())
        .isEqualTo(NoAnswer.Kind.INVALID_QUESTION);
    assertThat(reason(read(List.of(Answers.error("查询内容过长"), "FLAG_DONE"))).kind())
        .isEqualTo(NoAnswer.Kind.INVALID_QUESTION);
    NoAnswer busy = reason(read(List.of(Answers.error("服务器繁忙，请稍后重试"), "FLAG_DONE")));
    assertThat(busy.kind()).isEqualTo(NoAnswer.Kind.BUSY);
    assertThat(new NoAnswerException(busy).retriable()).isTrue();
    assertThat(reason(read(List.of("FLAG_DONE"))).kind()).isEqualTo(NoAnswer.Kind.FAILED);
  }

  @Test
  void takesPiecesForPiecesWhateverTheyLookLike() {
    List<AskEvent> events =
        read(
            List.of(
                Frames.RECEIVED,
                Frames.GENERATING,
                "最终SQL语句: not yet",
                "SQL语句生成失败",
                "DONE",
                "SQL查询成功，结果行数: 0",
                "FLAG_DONE"));
    assertThat(events)
        .contains(new Chunk("最终SQL语句: not yet", false), new Chunk("SQL语句生成失败", false));
    assertThat(events.get(events.size() - 1)).isInstanceOf(Answered.class);
  }

  @Test
  void noticesServersThatRepeatThemselves() {
    List<AskEvent> events =
        read(
            List.of(
                Frames.RECEIVED,
                Frames.GENERATING,
                "S",
                "SE",
                "SEL",
                "SELE",
                "SELEC",
                "DONE",
                "SQL语句生成失败",
                "FLAG_DONE"));
    StringBuilder text = new StringBuilder();
    for (AskEvent event : events) {
      if (event instanceof Chunk chunk) {
        text.replace(0, chunk.replaces() ? text.length() : 0, "").append(chunk.text());
      }
    }
    assertThat(text).hasToString("SELEC");
  }

  @Test
  void takesASuccessOfWordsForAFailure() {
    String odd = "{\"type\":\"query_result\",\"status\":\"success\",\"result\":\"it failed\"}";
    assertThat(reason(read(List.of(odd, "FLAG_DONE"))).message()).isEqualTo("it failed");
  }

  @Test
  void passesOnWhatItDoesNotKnow() {
    assertThat(read(List.of(Frames.RECEIVED, "something new", "FLAG_DONE")))
        .contains(new AskEvent.Unknown("something new"));
  }
}
