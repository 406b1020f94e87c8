package org.wenshu.protocol.gateway.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wenshu.knowledge.CollectionId;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ImportQueueTest {
  private static final Duration BRIEFLY = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final BulkConfig TEN_ITEMS =
      new BulkConfig(8, 10, 1_000_000, Duration.ofMinutes(1), LONG, LONG, LONG, LONG);

  private final ImportTally tally = new ImportTally();
  private final ImportQueue<String> queue = new ImportQueue<>(TEN_ITEMS, tally);

  private static Frame<String> frame(int items) {
    Frame<String> frame = new Frame<>();
    frame.in(new CollectionId("u", "c"));
    for (int i = 0; i < items; i++) {
      frame.add("item");
    }
    return frame;
  }

  private int take(Duration atMost) throws InterruptedException {
    Unit<String> unit = queue.take(atMost);
    return unit == null ? 0 : unit.batches().iterator().next().items().size();
  }

  @Test
  void holdsBackUntilAUnitIsFullOrTheEnd() throws InterruptedException {
    queue.add(frame(7), 1);
    assertThat(take(BRIEFLY)).isZero();
    queue.add(frame(7), 1);
    assertThat(take(BRIEFLY)).isEqualTo(10);
    queue.written();
    assertThat(take(BRIEFLY)).isZero();
    queue.end();
    assertThat(queue.isDone()).isFalse();
    assertThat(take(BRIEFLY)).isEqualTo(4);
    assertThat(queue.isDone()).isFalse();
    queue.written();
    assertThat(queue.isDone()).isTrue();
  }

  @Test
  void letsTheSenderWaitWhileOneUnitIsWrittenAndAnotherIsFull() throws InterruptedException {
    queue.add(frame(10), 1);
    assertThat(take(BRIEFLY)).isEqualTo(10);
    queue.add(frame(10), 1);
    CountDownLatch added = new CountDownLatch(1);
    Thread sender =
        new Thread(
            () -> {
              try {
                queue.add(frame(10), 1);
                added.countDown();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    sender.start();

    assertThat(added.await(100, TimeUnit.MILLISECONDS)).isFalse();
    queue.written();
    assertThat(take(BRIEFLY)).isEqualTo(10);
    assertThat(added.await(10, TimeUnit.SECONDS)).isTrue();
    sender.join();
  }

  @Test
  void givesOutWhatThereIsWhenSomebodyWantsToRead() throws InterruptedException {
    queue.add(frame(3), 1);
    Thread reader = new Thread(() -> queue.flush(LONG));
    reader.start();

    assertThat(take(LONG)).isEqualTo(3);
    reader.join(50);
    assertThat(reader.isAlive()).isTrue();
    tally.store(3);
    queue.written();
    reader.join();
  }

  @Test
  void countsAsFailedWhatCannotBeWrittenAnyMore() throws InterruptedException {
    queue.add(frame(13), 1);
    queue.breakDown();
    queue.add(frame(2), 1);

    assertThat(tally.failed()).isEqualTo(15);
    assertThat(tally.result()).contains("\"received\":15", "\"index\":14");
  }

  @Test
  void tellsTheFirstHundredErrors() {
    for (int i = 0; i < 150; i++) {
      tally.fail(tally.receive(), "wrong");
    }
    assertThat(tally.result()).contains("\"index\":99").doesNotContain("\"index\":100");
    assertThat(tally.result()).contains("\"truncated\":true");
  }
}
