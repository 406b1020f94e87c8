package org.wenshu.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wenshu.conversation.store.TestingStores;
import org.wenshu.security.Caller;
import org.wenshu.security.Identity;

/** Two nodes at once, each with many requests. */
class ParallelConversationsTest {
  private static final Identity LI = Identity.of(new Caller("li"));
  private static final ConversationConfig DEFAULTS = ConversationConfig.defaults();

  /** So short a life that every access is written. */
  private static final ConversationConfig CONFIG =
      new ConversationConfig(
          Duration.ofSeconds(30),
          DEFAULTS.remembered(),
          DEFAULTS.contextWindow(),
          20,
          6,
          0,
          true,
          DEFAULTS.timeout(),
          DEFAULTS.sweepInterval());

  private static DataSource source;
  private static TestingStores one;
  private static TestingStores two;

  private final ExecutorService clients = Executors.newCachedThreadPool();
  private List<TestingNode> nodes;

  @BeforeAll
  static void connect() {
    source = TestingStores.create("conversation_parallel_test");
    one = TestingStores.on(source);
    two = TestingStores.on(source);
  }

  @AfterAll
  static void disconnect() {
    one.close();
    two.close();
  }

  @BeforeEach
  void start() throws SQLException {
    TestingStores.clear(source);
    nodes =
        List.of(
            new TestingNode(one, CONFIG, Clock.systemUTC()),
            new TestingNode(two, CONFIG, Clock.systemUTC()));
  }

  @AfterEach
  void stop() {
    clients.shutdownNow();
    nodes.forEach(TestingNode::close);
  }

  private Conversations conversations(int client) {
    return nodes.get(client % nodes.size()).conversations();
  }

  private Conversation create(int client) {
    return ((Creation.Created) conversations(client).create(LI, "test")).conversation();
  }

  private interface Client<T> {
    T run(int number);
  }

  private <T> List<T> atOnce(int number, Client<T> client)
      throws InterruptedException, ExecutionException, TimeoutException {
    CountDownLatch begin = new CountDownLatch(1);
    List<Future<T>> running = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int own = i;
      Callable<T> task =
          () -> {
            begin.await();
            return client.run(own);
          };
      running.add(clients.submit(task));
    }
    begin.countDown();
    List<T> results = new ArrayList<>();
    for (Future<T> future : running) {
      results.add(future.get(60, TimeUnit.SECONDS));
    }
    return results;
  }

  @Test
  void losesNoTurnOfParallelQuestions() throws Exception {
    Conversation shared = create(0);
    Conversation beside = create(1);
    List<Boolean> recorded =
        atOnce(
            12,
            client -> {
              boolean all = true;
              for (int i = 0; i < 6; i++) {
                Conversations own = conversations(client);
                Conversation used = i % 3 == 0 ? beside : shared;
                assertThat(own.open(used.id(), "li")).isInstanceOf(Lookup.Found.class);
                assertThat(own.extend(used.id(), "li", false)).isInstanceOf(Lookup.Found.class);
                all &= own.record(used, Turns.success("q", Instant.now(), 1L));
              }
              return all;
            });

    assertThat(recorded).containsOnly(true);
    Conversations any = conversations(0);
    assertThat(TestingStores.number(source, "SELECT SUM(turns) FROM conversation")).isEqualTo(72);
    assertThat(any.history(shared)).hasSize(20);
    assertThat(any.history(beside)).hasSize(20);
  }

  @Test
  void neverHasMoreThanItsCapacity() throws Exception {
    List<Conversation> made =
        atOnce(
            12,
            client -> {
              Conversation last = create(client);
              for (int i = 0; i < 5; i++) {
                conversations(client).record(last, Turns.success("q", Instant.now()));
                last = create(client);
              }
              return last;
            });

    assertThat(made).hasSize(12);
    assertThat(TestingStores.number(source, "SELECT COUNT(*) FROM conversation")).isEqualTo(6);
  }

  @Test
  void endsForOneOfThoseWhoEndIt() throws Exception {
    Conversation made = create(0);
    conversations(0).record(made, Turns.success("q", Instant.now()));
    List<Lookup> ended = atOnce(8, client -> conversations(client).destroy(made.id(), "li", false));
    assertThat(ended).filteredOn(l -> l instanceof Lookup.Found).hasSize(1);
    assertThat(ended).filteredOn(new Lookup.NotFound()::equals).hasSize(7);
  }

  @Test
  void sweepsBesideQuestions() throws SQLException, Exception {
    Conversation made = create(0);
    List<Boolean> recorded =
        atOnce(
            6,
            client -> {
              boolean all = true;
              for (int i = 0; i < 10; i++) {
                if (client < 2) {
                  nodes.get(client).sweep();
                } else {
                  all &= conversations(client).record(made, Turns.success("q", Instant.now()));
                }
              }
              return all;
            });
    assertThat(recorded).containsOnly(true);
    assertThat(TestingStores.number(source, "SELECT SUM(turns) FROM conversation")).isEqualTo(40);
  }
}
