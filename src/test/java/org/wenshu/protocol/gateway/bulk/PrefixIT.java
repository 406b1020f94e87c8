package org.wenshu.protocol.gateway.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The gateway behind a context path (contract, section 1.1). */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
@Tag("own-server")
class PrefixIT {
  private static final String ALL = "{\"user\":\"prefix\",\"collection\":\"p\",\"limit\":10}";

  @Test
  void answersUnderAPrefixOnEveryKindOfPath() throws Exception {
    try (KillableServer server = KillableServer.start("/app")) {
      try (RawSocket socket = server.open("import/triples", "&user=prefix&collection=p")) {
        assertThat(socket.status()).isEqualTo(101);
        socket.send("{\"s\":\"urn:s\",\"p\":\"urn:p\",\"o\":\"o\"}");
        socket.sendClose(1000);
        assertThat(socket.closeCode()).isEqualTo(1000);
      }
      assertThat(server.call("triples", ALL)).startsWith("200 ").contains("urn:s");
      try (RawSocket socket = server.openSocket()) {
        socket.send(
            "{\"id\":\"a\",\"service\":\"triples\",\"flow\":\"default\",\"request\":" + ALL + "}");
        assertThat(socket.next()).contains("urn:s", "\"complete\":true");
      }
      try (RawSocket socket = server.open("export/triples", "&user=prefix&form=flat")) {
        assertThat(socket.next()).contains("urn:s");
        assertThat(socket.closeCode()).isEqualTo(1000);
      }
      assertThat(server.get("/api/metrics"))
          .startsWith("200 ")
          .contains("wenshu_bulk_items_total{kind=\"triples\",outcome=\"stored\"} 1");
    }
  }
}
