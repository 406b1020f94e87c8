package org.wenshu.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.wenshu.conversation.store.DeadlineStore;
import org.wenshu.conversation.store.TestingStores;

/** One server of several on one database, as far as conversations are concerned. */
final class TestingNode implements AutoCloseable {
  /** What a node has heard of an end. */
  record Heard(String id, Instant expiredAt) {}

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Heard> heard = new ArrayList<>();
  private final Conversations conversations;
  private final ConversationSweep sweep;

  TestingNode(TestingStores stores, ConversationConfig config, Clock clock) {
    ConversationStore store =
        new DeadlineStore(stores.store(), () -> {}, threads, Duration.ofSeconds(20));
    conversations = new Conversations(store, config, clock);
    sweep = new ConversationSweep(store, config, clock);
    sweep.add((id, expiredAt) -> heard.add(new Heard(id, expiredAt)));
  }

  Conversations conversations() {
    return conversations;
  }

  void sweep() {
    sweep.run();
  }

  List<Heard> heard() {
    return heard;
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
