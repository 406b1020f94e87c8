package org.wenshu.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wenshu.client.ScriptedPeer;
import org.wenshu.client.ScriptedServer;

/** What is typed, what comes of it, and what the process ends with. */
@Timeout(60)
class CommandLineTest {
  private static final String FRAME =
      "{\"triples\":[{\"s\":{\"v\":\"urn:a\",\"e\":true},\"p\":{\"v\":\"urn:p\",\"e\":true},"
          + "\"o\":{\"v\":\"工厂\",\"e\":false}}]}";
  private static final String LINE =
      "{\"s\":{\"v\":\"urn:a\",\"e\":true},\"p\":{\"v\":\"urn:p\",\"e\":true},"
          + "\"o\":{\"v\":\"工厂\",\"e\":false}}\n";

  @TempDir Path folder;
  private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();

  private ScriptedServer storing(int failed) {
    return ScriptedServer.start(
        peer -> {
          peer.accept("bulk-report.v1");
          for (String frame = peer.read(); !frame.contains("\"end\""); frame = peer.read()) {
            frames.add(frame);
          }
          report(peer, failed);
        });
  }

  private static void report(ScriptedPeer peer, int failed) throws IOException {
    String error = failed == 0 ? "" : "{\"index\":0,\"message\":\"bad\"}";
    peer.send(
        "{\"type\":\"result\",\"received\":2,\"stored\":%d,\"failed\":%d,\"errors\":[%s]}"
            .formatted(2 - failed, failed, error));
    peer.close(1000, "");
  }

  private static ScriptedServer exporting(int code) {
    return ScriptedServer.start(
        peer -> {
          peer.accept().send(FRAME);
          peer.close(code, "");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dance | There is no command 'dance'; --help lists them.",
        "--colour | There is no option '--colour'; --help lists them.",
        "import --url | The option '--url' needs a value.",
        "import rows x | 'rows' cannot be used for import.",
        "import triples | The command 'import' needs FILE.",
        "import triples a b | 'b' is too much.",
        "import core a | The command 'import' needs FILE.",
        "export core | The command 'export' needs ID.",
        "export core a b c | 'c' is too much.",
        "import triples a --timeout soon | 'soon' cannot be used for --timeout.",
        "import triples a --url ftp://x | 'ftp://x' cannot be used for --url."
      })
  void saysWhatItDoesNotUnderstand(String typed, String said) {
    TypedCommand done = TypedCommand.piped("", typed.split(" "));
    assertThat(done.err()).isEqualToIgnoringNewLines(said);
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void helpsInBothLanguages() {
    assertThat(TypedCommand.piped("", "--help").out()).startsWith("Usage:").contains("import");
    assertThat(TypedCommand.piped("", "-h", "--lang", "zh").out()).startsWith("用法");
    assertThat(TypedCommand.piped("", "--help").code()).isEqualTo(ExitCode.FINE);
    assertThat(TypedCommand.piped("").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void saysInTheLanguageAskedForThatNobodyIsThere() {
    String url = "http://127.0.0.1:" + ScriptedServer.deadPort();
    TypedCommand english = TypedCommand.piped("", "export", "triples", "-", "--url", url);
    assertThat(english.err()).startsWith("No connection to " + url).hasLineCount(1);
    assertThat(english.code()).isEqualTo(ExitCode.NO_CONNECTION);
    TypedCommand chinese =
        TypedCommand.piped("", "export", "triples", "-", "--url=" + url, "--lang=zh-CN");
    assertThat(chinese.err()).startsWith("连接不上 " + url);
  }

  @ParameterizedTest
  @CsvSource({"401,4", "403,4", "404,1", "500,1"})
  void tellsRefusalsApart(int status, int code) {
    try (ScriptedServer server = ScriptedServer.start(peer -> peer.refuse(status))) {
      TypedCommand done =
          TypedCommand.piped("", "export", "triples", "-", "--url", server.address());
      assertThat(done.code()).isEqualTo(code);
      assertThat(done.err()).hasLineCount(1).contains(String.valueOf(status));
    }
  }

  @Test
  void importsAFileAndTellsWhatWasStored() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("a.nt"), "# two\n<urn:a> <urn:p> \"工厂\" .\n\nurn:b\turn:p\tx\n");
    try (ScriptedServer server = storing(0)) {
      TypedCommand done =
          TypedCommand.seen("import", "triples", file.toString(), "--url", server.address());
      assertThat(done.out()).isEqualToIgnoringNewLines("2 stored");
      assertThat(done.code()).isEqualTo(ExitCode.FINE);
      assertThat(frames.poll(5, TimeUnit.SECONDS)).contains("工厂").contains("urn:b");
    }
  }

  @Test
  void importsWhatIsPipedInAndTellsWhatWasNotStored() {
    try (ScriptedServer server = storing(1)) {
      TypedCommand done =
          TypedCommand.piped(LINE + LINE, "import", "triples", "-", "--url", server.address());
      assertThat(done.out()).isEqualTo("{\"sent\":2,\"stored\":1,\"failed\":1}\n");
      assertThat(done.err()).isEqualToIgnoringNewLines("Item 0: bad");
      assertThat(done.code()).isEqualTo(ExitCode.PARTLY);
    }
  }

  @Test
  void namesTheLineThatIsNoTriple() {
    try (ScriptedServer server = storing(0)) {
      TypedCommand done =
          TypedCommand.piped(LINE + "what", "import", "triples", "-", "--url", server.address());
      assertThat(done.err()).startsWith("-, line 2, is no triple");
      assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    }
  }

  @Test
  void aMissingFileIsSaidSo() {
    TypedCommand done =
        TypedCommand.piped("", "import", "triples", folder.resolve("none").toString());
    assertThat(done.code()).isEqualTo(ExitCode.NO_FILE);
    assertThat(done.err()).hasLineCount(1).contains("none");
  }

  @Test
  void exportsIntoPipesAndFiles() throws Exception {
    try (ScriptedServer server = exporting(1000)) {
      TypedCommand piped =
          TypedCommand.piped("", "export", "triples", "-", "--url", server.address());
      assertThat(piped.out()).isEqualTo(LINE);
      assertThat(piped.code()).isEqualTo(ExitCode.FINE);
      Path file = folder.resolve("out.nt");
      TypedCommand saved =
          TypedCommand.piped("", "export", "triples", file.toString(), "--url", server.address());
      assertThat(Files.readAllLines(file)).isEqualTo(List.of("<urn:a> <urn:p> \"工厂\" ."));
      assertThat(saved.err()).isEqualToIgnoringNewLines("1 exported");
    }
  }

  @Test
  void anExportThatBreaksIsNoSuccess() {
    try (ScriptedServer server = exporting(1011)) {
      TypedCommand done =
          TypedCommand.piped("", "export", "triples", "-", "--url", server.address());
      assertThat(done.code()).isEqualTo(ExitCode.NO_CONNECTION);
      assertThat(done.out()).isEqualTo(LINE);
    }
  }

  @Test
  void movesCores() throws Exception {
    BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              asked.add(peer.path() + " " + peer.body());
              peer.respond(200, "application/octet-stream", "packed");
            })) {
      Path file = folder.resolve("c.core");
      TypedCommand export =
          TypedCommand.seen("export", "core", "c1", file.toString(), "--url", server.address());
      assertThat(export.code()).isEqualTo(ExitCode.FINE);
      assertThat(export.err()).contains("6 bytes exported");
      assertThat(file).hasContent("packed");
      assertThat(asked.take()).isEqualTo("/api/v1/export-core?id=c1&user=trustgraph ");
      TypedCommand piped =
          TypedCommand.piped("", "export", "core", "c1", "-", "--url", server.address());
      assertThat(piped.out()).isEqualTo("packed");
      asked.clear();
      TypedCommand restore =
          TypedCommand.seen(
              "import", "core", "c2", file.toString(), "--user", "u", "--url", server.address());
      assertThat(restore.code()).isEqualTo(ExitCode.FINE);
      assertThat(restore.err()).contains("6 bytes stored");
      assertThat(asked.take()).isEqualTo("/api/v1/import-core?id=c2&user=u packed");
      TypedCommand none =
          TypedCommand.seen("import", "core", "c2", "no-such", "--url", server.address());
      assertThat(none.code()).isEqualTo(ExitCode.NO_FILE);
    }
  }
}
