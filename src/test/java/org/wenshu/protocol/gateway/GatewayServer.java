package org.wenshu.protocol.gateway;

import java.net.http.HttpResponse;
import org.wenshu.llm.ModelScript;
import org.wenshu.protocol.ws.InContainerSession;

/** Waits for the server under test. */
final class GatewayServer {
  private GatewayServer() {}

  /** Until flows are there and questions are answered. */
  static void await() throws Exception {
    InContainerSession.model().when("开门", ModelScript.sql("SELECT 1 AS n"));
    for (int attempt = 0; attempt < 100; attempt++) {
      HttpResponse<String> response =
          GatewayClient.send(
              "api/v1/flow/default/service/structured-query",
              "{\"question\":\"开门\"}",
              InContainerSession.TOKEN);
      if (response.statusCode() == 200 && response.body().contains("\"sql\"")) {
        return;
      }
      Thread.sleep(500);
    }
    throw new AssertionError("The server did not become ready");
  }
}
