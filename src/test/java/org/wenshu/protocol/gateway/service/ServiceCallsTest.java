package org.wenshu.protocol.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wenshu.assistant.LanguageModel;
import org.wenshu.knowledge.configuration.ConfigurationEntry;
import org.wenshu.knowledge.configuration.InMemoryConfigurationStore;
import org.wenshu.knowledge.flow.Flows;
import org.wenshu.operations.metrics.Meters;
import org.wenshu.protocol.gateway.model.TextCompletion;
import org.wenshu.security.Caller;

class ServiceCallsTest {
  private final InMemoryConfigurationStore store = new InMemoryConfigurationStore();
  private final RecordedReply reply = new RecordedReply();
  private final CountDownLatch ended = new CountDownLatch(1);
  private ServiceCalls calls;

  @AfterEach
  void stop() {
    calls.close();
  }

  @Test
  void sendsNothingBehindTheEnd() throws Exception {
    run(
        call -> {
          call.piece(ServiceCall.object().put("n", 1));
          call.succeed(ServiceCall.object());
          call.piece(ServiceCall.object().put("n", 2));
          call.fail(ServiceError.of("x", "x", "x"));
        });
    assertThat(reply.told()).containsExactly("piece {\"n\":1}", "end {}");
  }

  @Test
  void endsCallsThatSayNothing() throws Exception {
    CountDownLatch cancelled = new CountDownLatch(1);
    run(
        call -> {
          var unused = call.cancellation().onCancel(cancelled::countDown);
        });
    assertThat(reply.told()).containsExactly("error gateway-error Timeout");
    assertThat(cancelled.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void turnsWhatIsThrownIntoErrorsOfTheService() throws Exception {
    run(
        call -> {
          throw new IllegalStateException("internals");
        });
    assertThat(reply.told()).hasSize(1);
    assertThat(reply.told().get(0)).startsWith("error test-error ").doesNotContain("internals");
  }

  @Test
  void saysThatThereIsNoModel() throws Exception {
    TextCompletion completion = new TextCompletion(LanguageModel.none(), Duration.ofSeconds(1));
    run(completion::answer, ServiceCall.object().put("system", "").put("prompt", "hi"));
    assertThat(reply.told().get(0)).contains("No language model is configured");
  }

  private void run(Consumer<ServiceCall> answering) throws InterruptedException {
    run(answering, ServiceCall.object());
  }

  private void run(Consumer<ServiceCall> answering, ObjectNode body) throws InterruptedException {
    store.put(List.of(new ConfigurationEntry("flow", "default", "{\"interfaces\":{\"test\":{}}}")));
    Flows flows = new Flows(store);
    ServiceDirectory directory =
        new ServiceDirectory(flows, List.of(), List.of(new ScriptedService(answering)));
    calls =
        new ServiceCalls(
            directory,
            new ServiceWatch(new Meters()),
            Duration.ofMillis(300),
            Executors.newCachedThreadPool(),
            Executors.newSingleThreadScheduledExecutor());
    ServiceRequest request =
        new ServiceRequest(Optional.of("default"), "test", body, Caller.anonymous());
    ServiceCall call = new ServiceCall(request, new Ending(), true);
    calls.start(call);
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    Thread.sleep(50);
  }

  /** Tells the test of the end. */
  private final class Ending implements ServiceReply {
    @Override
    public void piece(ObjectNode piece) {
      reply.piece(piece);
    }

    @Override
    public void success(ObjectNode answer) {
      reply.success(answer);
      ended.countDown();
    }

    @Override
    public void failure(ServiceError error, org.wenshu.question.Language language) {
      reply.failure(error, language);
      ended.countDown();
    }

    @Override
    public void abandoned() {
      reply.abandoned();
      ended.countDown();
    }
  }
}
