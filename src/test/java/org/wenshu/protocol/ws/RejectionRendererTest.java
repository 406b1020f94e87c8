package org.wenshu.protocol.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wenshu.protocol.frames.RecordingChannel;
import org.wenshu.protocol.frames.TestingSenders;
import org.wenshu.protocol.ws.WsRequest.Reason;
import org.wenshu.protocol.ws.WsRequest.Rejected;

class RejectionRendererTest {
  private static final AnswerOptions OLDER =
      new AnswerOptions(StreamMode.DELTA, true, Optional.empty(), false);

  @Test
  void answersMalformedMessagesWithAResultAlone() {
    List<String> frames = render(Reason.NOT_JSON, AnswerOptions.defaults(), false);

    assertThat(frames).hasSize(2).endsWith("FLAG_DONE");
    assertThat(frames.get(0)).contains("\"status\":\"error\"", "\"error\":\"出错\"");
  }

  @Test
  void answersThemWithTheTerminatorAloneWhenStrict() {
    assertThat(render(Reason.NOT_JSON, AnswerOptions.defaults(), true))
        .containsExactly("FLAG_DONE");
    assertThat(render(Reason.NOT_A_QUESTION, AnswerOptions.defaults(), true)).hasSize(2);
  }

  @Test
  void answersBadQuestionsWithTheFramesOfAFailedGeneration() {
    assertThat(render(Reason.BAD_QUESTION, AnswerOptions.defaults(), false))
        .startsWith("正在处理查询请求...", "DONE", "SQL语句生成失败")
        .hasSize(5)
        .endsWith("FLAG_DONE");
  }

  @Test
  void tellsClientsOfTheOlderDocumentInItsWords() {
    assertThat(render(Reason.BUSY, OLDER, false)).containsExactly("查询处理过程中发生异常: 出错");
    assertThat(render(Reason.BAD_QUESTION, OLDER, false))
        .containsExactly("正在处理查询请求...", "DONE", "SQL语句生成失败");
  }

  private static List<String> render(Reason reason, AnswerOptions options, boolean strict) {
    RecordingChannel channel = new RecordingChannel();
    WsConfig config = WsConfig.defaults();
    ResultJson results = new ResultJson(config.maxResultBytes(), Clock.systemUTC());
    Reply reply =
        new Reply(
            TestingSenders.on(channel), StreamMode.DELTA, new FrameLog("[test] ", config), config);
    new RejectionRenderer(results, strict)
        .render(new Rejected(reason, Optional.of("问"), "出错", options), reply);
    return channel.frames();
  }
}
