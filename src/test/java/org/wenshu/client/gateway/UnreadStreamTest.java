package org.wenshu.client.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wenshu.client.ScriptedPeer;
import org.wenshu.client.ScriptedServer;
import org.wenshu.client.Timeouts;
import org.wenshu.client.UnreadStreamException;
import org.wenshu.client.Wenshu;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.ItemStream;
import org.wenshu.client.gateway.data.RagChunk;
import org.wenshu.client.gateway.request.TextCompletionRequest;

/** A stream that nobody reads, and the requests behind it on the same socket. */
@Timeout(60)
class UnreadStreamTest {
  private static final TextCompletionRequest LONG = TextCompletionRequest.of("s", "long");
  private static final TextCompletionRequest SHORT = TextCompletionRequest.of("s", "short");
  private static final Duration PATIENCE = Duration.ofMillis(400);
  private static final int CHUNKS = 600;

  private final BlockingQueue<String> cancelled = new LinkedBlockingQueue<>();

  /** Six hundred chunks for a long request, one for others. */
  private void play(ScriptedPeer peer) throws IOException {
    peer.accept();
    for (String text = peer.read(); text != null; text = peer.read()) {
      var request = GatewayJson.parse(text, "request");
      String id = request.get("id").textValue();
      if (request.has("cancel")) {
        cancelled.add(id);
      } else if (text.contains("long")) {
        for (int n = 0; n < CHUNKS; n++) {
          peer.send(Frames.chunk(id, "c" + n));
        }
        peer.send(Frames.last(id, "end"));
      } else {
        peer.send(Frames.last(id, "well"));
      }
    }
  }

  private static Wenshu client(ScriptedServer server) {
    return Wenshu.builder(server.address())
        .timeouts(Timeouts.defaults().withUnread(PATIENCE).withAnswer(Duration.ofSeconds(20)))
        .build();
  }

  @Test
  void isGivenUpWhenOthersWait() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(this::play);
        Wenshu wenshu = client(server)) {
      FlowInstance flow = wenshu.gateway().socket().flow("f");
      ItemStream<RagChunk> forgotten = flow.textCompletionStream(LONG);
      Iterator<RagChunk> chunks = forgotten.iterator();
      assertThat(chunks.next().content()).isEqualTo("c0");

      for (int n = 0; n < 3; n++) {
        assertThat(flow.textCompletion(SHORT).text()).isEqualTo("well");
      }

      assertThat(cancelled.poll(5, TimeUnit.SECONDS)).isNotNull();
      assertThatThrownBy(() -> chunks.forEachRemaining(each -> {}))
          .isInstanceOf(UnreadStreamException.class);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void mayTakeItsTimeWhileNobodyElseWaits() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(this::play);
        Wenshu wenshu = client(server)) {
      FlowInstance flow = wenshu.gateway().socket().flow("f");
      try (ItemStream<RagChunk> slow = flow.textCompletionStream(LONG)) {
        Iterator<RagChunk> chunks = slow.iterator();
        chunks.next();
        Thread.sleep(PATIENCE.toMillis() * 3);
        int count = 1;
        while (chunks.hasNext()) {
          chunks.next();
          count++;
        }
        assertThat(count).isEqualTo(CHUNKS + 1);
      }
      assertThat(flow.textCompletion(SHORT).text()).isEqualTo("well");
      assertThat(cancelled).isEmpty();
    }
  }
}
