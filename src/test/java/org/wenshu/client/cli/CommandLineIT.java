package org.wenshu.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenshu.WenshuDeployment;
import org.wenshu.llm.ModelScript;
import org.wenshu.protocol.ws.InContainerSession;

/** The command line against a real server. */
class CommandLineIT extends WenshuDeployment {
  @TempDir Path folder;

  @BeforeAll
  static void awaitServer() throws Exception {
    InContainerSession.model().when("几个用户", ModelScript.sql("SELECT COUNT(*) AS n FROM users"));
    for (int attempt = 0; attempt < 100; attempt++) {
      if (TypedCommand.piped("", typed("ask", "有几个用户")).code() == ExitCode.FINE) {
        return;
      }
      Thread.sleep(500);
    }
    throw new AssertionError("The server did not become ready");
  }

  private static String[] typed(String... words) {
    List<String> typed = new ArrayList<>(List.of(words));
    typed.addAll(List.of("--url", "http://127.0.0.1:" + InContainerSession.port()));
    typed.addAll(List.of("--token", InContainerSession.TOKEN));
    return typed.toArray(String[]::new);
  }

  @Test
  void asks() {
    assertThat(TypedCommand.piped("", typed("ask", "有几个用户")).out()).matches("\\{\"n\":\\d+}\n");
    TypedCommand seen = TypedCommand.seen(typed("ask", "有几个用户"));
    assertThat(seen.out()).matches("\\s*n\n─+\n\\s*\\d+\n");
    assertThat(seen.err()).contains("SELECT COUNT(*)").contains("1 rows");
  }

  @Test
  void showsTheSchema() {
    assertThat(TypedCommand.piped("", typed("schema")).out()).contains("{\"table\":\"users\"");
    assertThat(TypedCommand.seen(typed("schema", "users")).out()).contains("Column", "id", "PRI");
    TypedCommand none = TypedCommand.piped("", typed("schema", "no_such_table"));
    assertThat(none.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(none.err()).hasLineCount(1);
  }

  @Test
  void importsAndExportsTheSame() throws Exception {
    String lines = "<urn:a> <urn:p> \"工厂\" .\n<urn:b> <urn:p> <urn:a> .\n";
    Path in = Files.writeString(folder.resolve("in.nt"), lines);
    Path out = folder.resolve("out.nt");
    String[] where = {"--user", "cli", "--collection", "c"};
    assertThat(TypedCommand.seen(typed(with(where, "import", "triples", in.toString()))).out())
        .isEqualToIgnoringNewLines("2 stored");
    TypedCommand export =
        TypedCommand.piped("", typed(with(where, "export", "triples", out.toString())));
    assertThat(export.code()).isEqualTo(ExitCode.FINE);
    assertThat(Files.readAllLines(out)).containsExactlyInAnyOrder(lines.split("\n"));
  }

  private static String[] with(String[] options, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }

  @Test
  void saysThatTheTokenIsWrong() {
    String url = "http://127.0.0.1:" + InContainerSession.port();
    TypedCommand wrong =
        TypedCommand.piped("", "export", "triples", "-", "--url", url, "--token", "wrong");
    assertThat(wrong.code()).isEqualTo(ExitCode.NO_ACCESS);
    assertThat(wrong.err()).contains("401");
  }
}
