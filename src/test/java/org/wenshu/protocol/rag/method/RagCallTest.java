package org.wenshu.protocol.rag.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wenshu.protocol.rag.wire.RagCode;
import org.wenshu.protocol.rag.wire.RagError;
import org.wenshu.question.Language;

class RagCallTest {
  private final CallClock clock =
      new CallClock(
          new CallTimes(
              Duration.ofMillis(600),
              Duration.ofMillis(100),
              Duration.ofMillis(120),
              Duration.ofMillis(100)),
          Thread::new);
  private final InMemoryPeer peer = new InMemoryPeer();
  private final InMemoryReply reply = new InMemoryReply();

  @AfterEach
  void stop() {
    clock.close();
  }

  @Test
  void answersOnce() throws InterruptedException {
    RagCall call = call(JsonNodeFactory.instance.objectNode());

    call.succeed(Json.object().put("n", 1));
    call.fail(RagError.of(RagCode.TIMEOUT, "晚", "late"));
    call.abandon();

    assertThat(reply.next()).isEqualTo("{\"n\":1}");
    assertThat(reply.rest()).isEmpty();
  }

  @Test
  void answersBeforeItsBudgetEndsAndStopsTheWork() throws InterruptedException {
    long start = System.nanoTime();
    RagCall call = call(JsonNodeFactory.instance.objectNode());
    CountDownLatch stopped = new CountDownLatch(1);
    var unused = call.cancellation().onCancel(stopped::countDown);
    call.reached(Stage.LLM);

    String answer = reply.next();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(answer).contains("\"code\":-32002", "\"stage\":\"llm\"", "\"elapsed\":0.5");
    assertThat(stopped.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void takesAnotherBudget() throws InterruptedException {
    RagCall call = call(JsonNodeFactory.instance.objectNode());
    call.mayTake(Duration.ofMillis(200));

    assertThat(call.remaining()).isLessThanOrEqualTo(Duration.ofMillis(180));
    assertThat(reply.next()).contains("\"elapsed\":0.1");
  }

  @Test
  void tellsProgressUntilItIsAnswered() throws InterruptedException {
    RagCall call = call(JsonNodeFactory.instance.objectNode());
    Thread.sleep(300);
    call.succeed(Json.object().put("n", 1));
    int told = peer.notifications().size();
    assertThat(told).isBetween(1, 2);
    assertThat(peer.notifications().get(0))
        .startsWith("query.progress {\"query_id\":\"q1\",\"progress\":0.05,");
    Thread.sleep(250);

    assertThat(peer.notifications()).hasSize(told);
  }

  @Test
  void abandonsWorkThatNobodyWaitsFor() throws InterruptedException {
    RagCall call = call(JsonNodeFactory.instance.objectNode());

    call.abandon();

    assertThat(reply.next()).isEqualTo(InMemoryReply.ABANDONED);
    assertThat(call.cancellation().isCancelled()).isTrue();
  }

  @Test
  void speaksTheLanguageOfTheWords() {
    assertThat(language("query", "how many users")).isEqualTo(Language.ENGLISH);
    assertThat(language("query", "多少 users")).isEqualTo(Language.CHINESE);
    assertThat(language("partial", "")).isEqualTo(Language.CHINESE);
    assertThat(language("query", "123")).isEqualTo(Language.CHINESE);
    assertThat(language("table", "users")).isEqualTo(Language.CHINESE);
  }

  private Language language(String name, String words) {
    RagCall call = call(JsonNodeFactory.instance.objectNode().put(name, words));
    call.abandon();
    return call.language();
  }

  private RagCall call(JsonNode params) {
    return new RagCall("q1", new Negotiate(), params, peer, reply, clock);
  }
}
