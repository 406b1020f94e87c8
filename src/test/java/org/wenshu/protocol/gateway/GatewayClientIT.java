package org.wenshu.protocol.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wenshu.WenshuDeployment;
import org.wenshu.llm.ModelScript;
import org.wenshu.llm.ScriptedModelServer;
import org.wenshu.protocol.ws.InContainerSession;

/** A client of the gateway in Python against the built WAR. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class GatewayClientIT extends WenshuDeployment {
  @BeforeAll
  static void awaitServer() throws Exception {
    GatewayServer.await();
  }

  @Test
  void servesAClientInPython() throws Exception {
    assumeTrue(isPythonInstalled(), "python3 is not installed");
    ScriptedModelServer model = InContainerSession.model();
    model.reset();
    model.when("greet", ModelScript.pieces("Hello ", "world"));
    model.when(
        "greet the agent", ModelScript.pieces("Thought: easy\n", "Final Answer: Hello", " agent"));
    Process client =
        new ProcessBuilder(
                "python3",
                Path.of("src", "test", "clients", "gateway_client.py").toString(),
                GatewayClient.base(),
                InContainerSession.TOKEN)
            .redirectErrorStream(true)
            .start();
    boolean ended = client.waitFor(120, TimeUnit.SECONDS);
    if (!ended) {
      client.destroyForcibly();
    }
    String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    model.reset();
    assertThat(ended).as(output).isTrue();
    assertThat(client.exitValue()).as(output).isZero();
    assertThat(output).contains("all passed");
  }

  private static boolean isPythonInstalled() throws InterruptedException {
    try {
      Process version =
          new ProcessBuilder("python3", "--version").redirectErrorStream(true).start();
      return version.waitFor(10, TimeUnit.SECONDS) && version.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
