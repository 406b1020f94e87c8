package org.wenshu.client.gateway.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenshu.client.ConnectionClosedException;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.ScriptedServer;
import org.wenshu.client.Wenshu;
import org.wenshu.client.gateway.call.ItemStream;
import org.wenshu.client.gateway.data.ChunkEmbeddings;
import org.wenshu.client.gateway.data.EntityContext;
import org.wenshu.client.gateway.data.EntityEmbeddings;
import org.wenshu.client.gateway.data.Triple;

/** Exports are read as they are taken, and end well only when everything was sent. */
@Timeout(60)
class BulkExportTest {
  private static final ExportOptions OPTIONS = ExportOptions.defaults().user("m e").collection("c");

  private static String frame(String... subjects) {
    StringBuilder frame = new StringBuilder("{'metadata':{},'triples':[");
    for (String subject : subjects) {
      frame.append(frame.charAt(frame.length() - 1) == '[' ? "" : ",");
      frame.append("{'s':{'v':'").append(subject);
      frame.append("','e':true},'p':{'v':'urn:p','e':true},'o':{'v':'o','e':false}}");
    }
    return frame.append("]}").toString().replace('\'', '"');
  }

  private static ScriptedServer sending(int code, String... frames) {
    return ScriptedServer.start(
        peer -> {
          peer.accept();
          for (String frame : frames) {
            peer.send(frame.replace('\'', '"'));
          }
          peer.close(code, "");
        });
  }

  @Test
  void asksForBatchesOfACollectionAndGivesItems() throws Exception {
    BlockingQueue<String> paths = new LinkedBlockingQueue<>();
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  paths.add(peer.path());
                  peer.accept().send(frame("urn:a", "urn:b")).send(frame()).send(frame("urn:c"));
                  peer.close(1000, "");
                });
        Wenshu wenshu = Wenshu.builder(server.address()).token("t").build();
        ItemStream<Triple> export = wenshu.gateway().bulk().exportTriples("f", OPTIONS)) {
      assertThat(export.stream().map(each -> each.s().text()))
          .containsExactly("urn:a", "urn:b", "urn:c");
      assertThat(paths.poll(5, TimeUnit.SECONDS))
          .isEqualTo("/api/v1/flow/f/export/triples?form=batch&user=m%20e&collection=c&token=t");
    }
  }

  @Test
  void readsAllKindsInBothForms() {
    try (ScriptedServer server =
            sending(
                1000,
                "{'entities':[{'entity':{'v':'urn:a','e':true},'vectors':[[1,2]]}]}",
                "{'entity':'urn:a','embedding':[1,2]}");
        Wenshu wenshu = Wenshu.connect(server.address());
        ItemStream<EntityEmbeddings> export =
            wenshu.gateway().bulk().exportGraphEmbeddings("f", OPTIONS)) {
      EntityEmbeddings one = EntityEmbeddings.of("urn:a", 1, 2);
      assertThat(export).containsExactly(one, one);
    }
    try (ScriptedServer server =
            sending(
                1000, "{'chunks':[{'chunk':'t','vectors':[[1]]}]}", "{'id':'t','embedding':[1]}");
        Wenshu wenshu = Wenshu.connect(server.address());
        ItemStream<ChunkEmbeddings> export =
            wenshu.gateway().bulk().exportDocumentEmbeddings("f", OPTIONS)) {
      ChunkEmbeddings one = ChunkEmbeddings.of("t", 1);
      assertThat(export).containsExactly(one, one);
    }
    try (ScriptedServer server =
            sending(
                1000,
                "{'entities':[{'entity':{'v':'urn:a','e':true},'context':'t'}]}",
                "{'entity':'urn:a','context':'t'}");
        Wenshu wenshu = Wenshu.connect(server.address());
        ItemStream<EntityContext> export =
            wenshu.gateway().bulk().exportEntityContexts("f", OPTIONS)) {
      EntityContext one = EntityContext.of("urn:a", "t");
      assertThat(export).containsExactly(one, one);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1001, 1011, 1012})
  void anExportThatWasNotFinishedEndsWithAnError(int code) {
    try (ScriptedServer server = sending(code, frame("urn:a"));
        Wenshu wenshu = Wenshu.connect(server.address());
        ItemStream<Triple> export = wenshu.gateway().bulk().exportTriples("f", OPTIONS)) {
      Iterator<Triple> items = export.iterator();
      assertThat(items.next().s().text()).isEqualTo("urn:a");
      assertThatThrownBy(items::hasNext).isInstanceOf(ConnectionClosedException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"no JSON", "{'triples':1}", "{'triples':[{'s':1}]}", "{}"})
  void aFrameOfTheWrongFormEndsIt(String frame) {
    try (ScriptedServer server = sending(1000, frame);
        Wenshu wenshu = Wenshu.connect(server.address());
        ItemStream<Triple> export = wenshu.gateway().bulk().exportTriples("f", OPTIONS)) {
      assertThatThrownBy(() -> export.iterator().hasNext()).isInstanceOf(ProtocolException.class);
    }
  }

  /** A server that sends without end, and counts. */
  private static ScriptedServer endless(AtomicInteger sent, CompletableFuture<Integer> left) {
    String frame = frame("urn:" + "x".repeat(50_000));
    return ScriptedServer.start(
        peer -> {
          peer.accept();
          Thread reading =
              new Thread(
                  () -> {
                    try {
                      while (peer.read() != null) {
                        // Nothing is expected but the close message.
                      }
                      left.complete(peer.closeCode());
                    } catch (IOException over) {
                      left.completeExceptionally(over);
                    }
                  });
          reading.start();
          while (!left.isDone()) {
            peer.send(frame);
            sent.incrementAndGet();
          }
        });
  }

  @Test
  void whoTakesSlowlyHoldsUpTheServerAndWhoStopsTellsIt() throws Exception {
    AtomicInteger sent = new AtomicInteger();
    CompletableFuture<Integer> left = new CompletableFuture<>();
    try (ScriptedServer server = endless(sent, left);
        Wenshu wenshu = Wenshu.connect(server.address())) {
      try (ItemStream<Triple> export = wenshu.gateway().bulk().exportTriples("f", OPTIONS)) {
        assertThat(export.iterator().next()).isNotNull();
        int before;
        do {
          before = sent.get();
          Thread.sleep(500);
        } while (sent.get() != before);
        assertThat(before).isPositive();
      }
      assertThat(left.get(10, TimeUnit.SECONDS)).isEqualTo(1000);
    }
  }

  @Test
  void aPublisherGivesNoMoreThanIsAskedFor() throws Exception {
    try (ScriptedServer server = sending(1000, frame("urn:a", "urn:b", "urn:c"));
        Wenshu wenshu = Wenshu.connect(server.address())) {
      List<Triple> taken = new ArrayList<>();
      CompletableFuture<Subscription> subscribed = new CompletableFuture<>();
      CompletableFuture<Void> over = new CompletableFuture<>();
      wenshu
          .gateway()
          .asyncBulk()
          .exportTriples("f", OPTIONS)
          .subscribe(
              new Subscriber<>() {
                @Override
                public void onSubscribe(Subscription subscription) {
                  subscribed.complete(subscription);
                }

                @Override
                public void onNext(Triple item) {
                  taken.add(item);
                }

                @Override
                public void onError(Throwable failure) {
                  over.completeExceptionally(failure);
                }

                @Override
                public void onComplete() {
                  over.complete(null);
                }
              });
      subscribed.join().request(2);
      Thread.sleep(500);
      assertThat(taken).hasSize(2);
      assertThat(over).isNotDone();
      subscribed.join().request(2);
      over.get(5, TimeUnit.SECONDS);
      assertThat(taken).hasSize(3);
    }
  }
}
