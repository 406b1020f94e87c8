package org.wenshu.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

@Timeout(60)
class EventReaderTest {
  private final ScriptedModelServer server = ScriptedModelServer.start();
  private final ModelClient client = new ModelClient(Duration.ofSeconds(2));

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void joinsLinesOfAnyKindHoweverTheyAreCut() throws Exception {
    List<String> parts =
        List.of("data: a", "\r", "\ndata:b\r", "\r\n", ": no\ndata: 数", "\n\n", "data: last");
    server.otherwise(
        call -> {
          call.begin();
          for (String part : parts) {
            call.chunk(part);
          }
          call.endWithoutMarker();
        });

    try (ModelExchange exchange = sent()) {
      EventReader events = new EventReader(exchange);
      assertThat(events.next()).contains("choices");
      assertThat(events.next()).isEqualTo("a\nb");
      assertThat(events.next()).isEqualTo("数");
      assertThat(events.next()).isEqualTo("last");
      assertThat(events.next()).isNull();
      assertThat(events.next()).isNull();
    }
  }

  @Test
  void handsOnAnEventWhileTheNextIsIncomplete() throws Exception {
    Gate gate = new Gate();
    server.otherwise(
        call -> {
          call.begin();
          call.chunk("data: a\n\ndata: b");
          gate.await();
          call.chunk("c\n\n");
          call.endWithoutMarker();
        });

    try (ModelExchange exchange = sent()) {
      EventReader events = new EventReader(exchange);
      assertThat(events.next()).contains("choices");
      assertThat(events.next()).isEqualTo("a");
      gate.open();
      assertThat(events.next()).isEqualTo("bc");
    }
  }

  @Test
  void refusesALineWithoutEnd() {
    server.otherwise(
        call ->
            call.drip(
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: ",
                "x".repeat(100_000)));

    try (ModelExchange exchange = sent()) {
      assertThatThrownBy(() -> new EventReader(exchange).next())
          .isInstanceOfSatisfying(
              WenshuException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE));
    }
  }

  private ModelExchange sent() {
    return client.send(
        ModelClient.post(server.baseUrl(), "{}"),
        Deadline.after(Duration.ofSeconds(50)),
        new Cancellation());
  }
}
