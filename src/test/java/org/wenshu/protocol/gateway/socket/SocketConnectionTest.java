package org.wenshu.protocol.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wenshu.knowledge.configuration.ConfigurationEntry;
import org.wenshu.knowledge.configuration.InMemoryConfigurationStore;
import org.wenshu.knowledge.flow.Flows;
import org.wenshu.operations.metrics.Meters;
import org.wenshu.protocol.frames.RecordingChannel;
import org.wenshu.protocol.frames.TestingSenders;
import org.wenshu.protocol.gateway.GatewayConfig;
import org.wenshu.protocol.gateway.service.ScriptedService;
import org.wenshu.protocol.gateway.service.ServiceCall;
import org.wenshu.protocol.gateway.service.ServiceCalls;
import org.wenshu.protocol.gateway.service.ServiceDirectory;
import org.wenshu.protocol.gateway.service.ServiceWatch;
import org.wenshu.security.Caller;

class SocketConnectionTest {
  private final RecordingChannel channel = new RecordingChannel();
  private final BlockingQueue<ServiceCall> taken = new LinkedBlockingQueue<>();
  private final ServiceCalls calls = calls();
  private final SocketConnection connection =
      new SocketConnection(
          calls,
          GatewayConfig.defaults(),
          Caller.anonymous(),
          whenBroken -> TestingSenders.on(channel));

  @AfterEach
  void stop() {
    calls.close();
  }

  @Test
  void keepsTheSixteenthWaiting() throws Exception {
    for (int i = 0; i < 16; i++) {
      send(i);
    }
    List<ServiceCall> first = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      first.add(next());
    }
    assertThat(taken.poll(100, TimeUnit.MILLISECONDS)).isNull();
    assertThat(channel.frames()).isEmpty();
    first.get(7).succeed(ServiceCall.object());
    assertThat(next().fields().text("n")).contains("15");
    assertThat(channel.frames()).hasSize(1);
  }

  @Test
  void tellsEveryRequestThatTheServerStops() throws Exception {
    for (int i = 0; i < 17; i++) {
      send(i);
    }
    ServiceCall running = next();
    running.piece(ServiceCall.object().put("text", "half"));
    CountDownLatch written = new CountDownLatch(1);
    connection.leave(written);
    assertThat(written.await(1, TimeUnit.SECONDS)).isTrue();
    assertThat(channel.frames()).hasSize(18);
    assertThat(channel.frames().subList(1, 18))
        .allMatch(frame -> frame.contains("\"error\"") && frame.endsWith("\"complete\":true}"));
    assertThat(running.cancellation().isCancelled()).isTrue();
    assertThat(channel.closings()).hasSize(1);
    assertThat(channel.closings().get(0).getCloseCode().getCode()).isEqualTo(1012);
  }

  @Test
  void echoesWhateverTheIdIs() throws Exception {
    connection.receive(
        "{\"id\":{\"a\":[1]},\"service\":\"test\",\"flow\":\"default\",\"request\":{}}");
    next().succeed(ServiceCall.object().put("ok", true));
    assertThat(channel.frames())
        .containsExactly("{\"id\":{\"a\":[1]},\"response\":{\"ok\":true},\"complete\":true}");
  }

  private void send(int n) {
    connection.receive(
        "{\"id\":\"r%d\",\"service\":\"test\",\"flow\":\"default\",\"request\":{\"n\":%d}}"
            .formatted(n, n));
  }

  private ServiceCall next() throws InterruptedException {
    ServiceCall call = taken.poll(10, TimeUnit.SECONDS);
    assertThat(call).isNotNull();
    return call;
  }

  private ServiceCalls calls() {
    InMemoryConfigurationStore store = new InMemoryConfigurationStore();
    store.put(List.of(new ConfigurationEntry("flow", "default", "{\"interfaces\":{\"test\":{}}}")));
    return new ServiceCalls(
        new ServiceDirectory(new Flows(store), List.of(), List.of(new ScriptedService(taken::add))),
        new ServiceWatch(new Meters()),
        Duration.ofMinutes(1),
        Executors.newCachedThreadPool(),
        Executors.newSingleThreadScheduledExecutor());
  }
}
