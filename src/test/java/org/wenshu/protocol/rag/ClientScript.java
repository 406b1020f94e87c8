package org.wenshu.protocol.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wenshu.llm.ModelScript;
import org.wenshu.llm.ScriptedModelServer;
import org.wenshu.protocol.ws.InContainerSession;

/**
 * A client in another language, under {@code src/test/clients}. Skipped with the reason where its
 * interpreter is not installed.
 */
final class ClientScript {
  private static final int PATIENCE_SECONDS = 90;

  private final String interpreter;
  private final String script;

  private ClientScript(String interpreter, String script) {
    this.interpreter = interpreter;
    this.script = script;
  }

  static ClientScript python(String script) {
    return new ClientScript("python3", script);
  }

  static ClientScript node(String script) {
    return new ClientScript("node", script);
  }

  /** Runs it against the server under test; it fails by its exit status, telling why. */
  void run(ScriptedModelServer model) throws IOException, InterruptedException {
    assumeTrue(isInstalled(), interpreter + " is not installed");
    model.when(
        "慢", ModelScript.slow(Duration.ofSeconds(1), "SELECT ", "COUNT(*) AS n", " FROM users"));
    model.when("查询用户信息", ModelScript.sql("SELECT id, name FROM users ORDER BY id"));
    for (String counted : List.of("用户总数", "订单总数", "产品总数")) {
      model.when(counted, ModelScript.sql("SELECT COUNT(*) AS n FROM users"));
    }
    model.when("无效查询", ModelScript.text("这不是问题。"));
    Process process =
        new ProcessBuilder(
                interpreter,
                Path.of("src", "test", "clients", script).toString(),
                "ws://127.0.0.1:" + InContainerSession.port() + "/mcp",
                InContainerSession.TOKEN)
            .redirectErrorStream(true)
            .start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(ended).as(output).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    assertThat(output).contains("all passed");
  }

  private boolean isInstalled() throws InterruptedException {
    try {
      Process version =
          new ProcessBuilder(interpreter, "--version").redirectErrorStream(true).start();
      return version.waitFor(10, TimeUnit.SECONDS) && version.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
