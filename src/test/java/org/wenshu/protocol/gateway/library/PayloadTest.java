package org.wenshu.protocol.gateway.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.wenshu.protocol.gateway.service.ServiceException;

class PayloadTest {
  @Test
  void derivesIdsAsClientsDo() {
    assertThat(LoadService.idOf("x".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("2714b2b4-067a-fa3f-c50b-93cd02819148");
  }

  @Test
  void decodesTexts() {
    assertThat(Payload.text(Payload.bytes("5L2g5aW9"), "utf-8")).isEqualTo("你好");
    assertThat(Payload.text(Payload.bytes("xOO6\r\nww=="), "gb18030")).isEqualTo("你好");
    for (String bad : new String[] {"?", "eA=", "a b"}) {
      assertThatThrownBy(() -> Payload.bytes(bad)).as(bad).isInstanceOf(ServiceException.class);
    }
    assertThatThrownBy(() -> Payload.text(new byte[] {(byte) 0xff}, "utf-8"))
        .isInstanceOf(ServiceException.class);
    assertThatThrownBy(() -> Payload.text(Payload.bytes("JVBERi0x"), "text/plain", "utf-8"))
        .hasMessageContaining("PDF");
  }
}
