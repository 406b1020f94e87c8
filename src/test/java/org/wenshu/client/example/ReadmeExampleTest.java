package org.wenshu.client.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wenshu.client.ScriptedPeer;
import org.wenshu.client.ScriptedServer;

/** The examples of the guide are these files, they compile, and they do what is said of them. */
class ReadmeExampleTest {
  private static final Path SOURCES = Path.of("src/test/java/org/wenshu/client/example");
  private static final Path GUIDE = Path.of("docs/client.md");

  private static void answer(ScriptedPeer peer) throws IOException {
    peer.accept();
    while (peer.read() != null) {
      for (String frame :
          List.of(
              "正在处理查询请求...",
              "正在调用text2sql模型生成SQL语句...",
              "SELECT 42",
              "DONE",
              "最终SQL语句: SELECT 42",
              "正在执行SQL查询...",
              "SQL查询成功，结果行数: 1",
              "{\"type\":\"query_result\",\"status\":\"success\",\"query\":\"q\","
                  + "\"sql\":\"SELECT 42\",\"result\":[{\"n\":42}],\"row_count\":1}",
              "FLAG_DONE")) {
        peer.send(frame);
      }
    }
  }

  @Test
  void theFirstExamplePrintsAnAnswer() {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (ScriptedServer server = ScriptedServer.start(ReadmeExampleTest::answer)) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      FirstQuestion.main(new String[] {server.address()});
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("SELECT 42").contains("{n=42}");
  }

  @Test
  void theGuideShowsWhatCompiles() throws IOException {
    String guide = Files.readString(GUIDE);
    for (String name : List.of("FirstQuestion", "StreamedQuestion", "SessionQuestions")) {
      String source = Files.readString(SOURCES.resolve(name + ".java"));
      String shown = source.substring(source.indexOf("import "));
      assertThat(guide).as(name).contains(shown);
    }
  }
}
