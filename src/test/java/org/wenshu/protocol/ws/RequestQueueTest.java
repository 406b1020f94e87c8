package org.wenshu.protocol.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wenshu.protocol.ws.RequestQueue.Offer;
import org.wenshu.protocol.ws.WsRequest.Ask;
import org.wenshu.protocol.ws.WsRequest.Reason;
import org.wenshu.protocol.ws.WsRequest.Rejected;

class RequestQueueTest {
  private final RequestQueue queue = new RequestQueue(2);

  @Test
  void keepsTheOrderAndRefusesWhatIsTooMuchInItsTurn() {
    assertThat(queue.offer(ask("1"))).isEqualTo(Offer.IDLE);
    assertThat(queue.next()).isEqualTo(ask("1"));
    assertThat(queue.offer(ask("2"))).isEqualTo(Offer.QUEUED);
    queue.offer(ask("3"));
    queue.offer(ask("4"));
    queue.offer(malformed());

    assertThat(queue.next()).isEqualTo(ask("2"));
    queue.offer(ask("5"));
    assertThat(queue.next()).isEqualTo(ask("3"));
    assertThat(queue.next())
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(Reason.BUSY);
              assertThat(rejected.error()).isEqualTo("服务器繁忙，请稍后重试");
              assertThat(rejected.query()).contains("4");
            });
    assertThat(queue.next()).isEqualTo(malformed());
    assertThat(queue.next()).isEqualTo(ask("5"));
    assertThat(queue.next()).isNull();
    assertThat(queue.offer(ask("6"))).isEqualTo(Offer.IDLE);
  }

  @Test
  void endsAFlood() {
    queue.offer(ask("1"));
    queue.next();
    for (int i = 0; i < 64; i++) {
      assertThat(queue.offer(malformed())).isEqualTo(Offer.QUEUED);
    }

    assertThat(queue.offer(malformed())).isEqualTo(Offer.FLOODED);
  }

  @Test
  void dropsWhatWaitsWhenClosed() {
    assertThat(queue.close()).isFalse();
    queue.offer(ask("1"));
    assertThat(queue.next()).isNull();

    RequestQueue busy = new RequestQueue(2);
    busy.offer(ask("1"));
    busy.next();
    assertThat(busy.close()).isTrue();
  }

  private static Ask ask(String text) {
    return new Ask(text, AnswerOptions.defaults());
  }

  private static Rejected malformed() {
    return new Rejected(
        Reason.NOT_JSON, Optional.empty(), Frames.NOT_JSON, AnswerOptions.defaults());
  }
}
