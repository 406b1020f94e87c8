package org.wenshu.protocol.frames;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wenshu.question.BusyThread;

class FrameSenderTest {
  private static final SenderConfig SMALL =
      new SenderConfig(10, Duration.ofMillis(50), Duration.ofSeconds(30), 4);

  private final RecordingChannel channel = new RecordingChannel();
  private final AtomicInteger broken = new AtomicInteger();

  @Test
  void sendsInOrder() {
    FrameSender sender = sender();

    sender.send(Outgoing.text("a"));
    sender.send(Outgoing.text("b"));

    assertThat(channel.frames()).containsExactly("a", "b");
  }

  @Test
  void resumesWhenTheChannelTakesTextsAgain() {
    FrameSender sender = sender();
    channel.shut();
    sender.send(Outgoing.text("a"));
    sender.send(Outgoing.text("b"));
    assertThat(channel.frames()).isEmpty();

    channel.reopen();

    assertThat(channel.frames()).containsExactly("a", "b");
  }

  @Test
  void letsFramesLeaveTogetherThatWaitTogether() {
    FrameSender sender = sender();
    sender.send(Outgoing.text("a"));
    channel.shut();
    sender.send(Outgoing.text("b"));
    sender.send(Outgoing.text("c"));
    sender.send(Outgoing.text("d"));
    sender.send(new Mergeable(""));
    channel.reopen();

    assertThat(channel.followed()).containsExactly("b", "c");
    assertThat(channel.settled()).isEqualTo(5);
  }

  @Test
  void putsOffWhatABusyThreadSendsUntilItWaits() {
    channel.needThread(100);
    FrameSender sender = sender();

    BusyThread.during(
        () -> {
          sender.send(Outgoing.text("a"));
          sender.send(Outgoing.text("b"));
          assertThat(channel.frames()).isEmpty();

          BusyThread.waits();
          assertThat(channel.frames()).containsExactly("a", "b");
          assertThat(channel.followed()).containsExactly("a");

          sender.send(Outgoing.text("c"));
        });

    assertThat(channel.frames()).containsExactly("a", "b", "c");
  }

  @Test
  void putsNothingOffThatIsLong() {
    channel.needThread(100_000);
    FrameSender sender = TestingSenders.on(channel);

    BusyThread.during(
        () -> {
          sender.send(Outgoing.text("a"));
          sender.send(Outgoing.text("b".repeat(20_000)));
          assertThat(channel.frames()).hasSize(2);
        });
  }

  @Test
  void leavesToAWriterWhatMayHaveToWaitForTheClient() {
    channel.needThread(1);
    List<Runnable> handedOver = new ArrayList<>();
    FrameSender sender = senderWith(handedOver::add);

    BusyThread.during(
        () -> {
          sender.send(Outgoing.text("a"));
          sender.send(Outgoing.text("bb"));
        });

    assertThat(channel.frames()).containsExactly("a");
    handedOver.get(0).run();
    assertThat(channel.frames()).containsExactly("a", "bb");
  }

  @Test
  void leavesToAWriterWhatAnInterruptedThreadWouldCut() {
    channel.needThread(100);
    List<Runnable> handedOver = new ArrayList<>();
    FrameSender sender = senderWith(handedOver::add);

    BusyThread.during(
        () -> {
          sender.send(Outgoing.text("a"));
          Thread.currentThread().interrupt();
        });

    assertThat(Thread.interrupted()).isTrue();
    assertThat(channel.frames()).isEmpty();
    handedOver.get(0).run();
    assertThat(channel.frames()).containsExactly("a");
  }

  @Test
  void nobodyWaitsForWhatSomebodyElsePutsOff() throws Exception {
    channel.needThread(100);
    FrameSender sender = sender();
    CountDownLatch sent = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Thread busy =
        new Thread(
            () ->
                BusyThread.during(
                    () -> {
                      sender.send(Outgoing.text("a"));
                      sent.countDown();
                      await(release);
                    }));
    busy.start();
    await(sent);

    BusyThread.during(() -> sender.send(Outgoing.text("b")));
    assertThat(channel.frames()).containsExactly("a", "b");
    release.countDown();
    busy.join();
  }

  @Test
  void whoIsNotBusyHasWrittenAtOnceWhatOthersPutOff() throws Exception {
    channel.needThread(100);
    FrameSender sender = sender();

    BusyThread.during(
        () -> {
          sender.send(Outgoing.text("a"));
          Thread other = new Thread(() -> sender.send(Outgoing.text("b")));
          other.start();
          joined(other);
          assertThat(channel.frames()).containsExactly("a", "b");
        });
  }

  @Test
  void writesFromOneThreadAtATimeWhoeverSends() throws Exception {
    ExecutorService writing = Executors.newCachedThreadPool();
    channel.needThread(1_000_000);
    FrameSender sender = senderWith(writing::execute);
    int senders = 4;
    CountDownLatch done = new CountDownLatch(senders);
    for (int i = 0; i < senders; i++) {
      String name = "abcd".substring(i, i + 1);
      Runnable sending = () -> IntStream.range(0, 2_000).forEach(n -> sendInTurn(sender, name + n));
      boolean busy = i % 2 == 0;
      writing.execute(
          () -> {
            if (busy) {
              BusyThread.during(sending);
            } else {
              sending.run();
            }
            done.countDown();
          });
    }
    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    writing.shutdown();
    assertThat(writing.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

    assertThat(channel.mostAtOnce()).isEqualTo(1);
    assertThat(channel.frames()).hasSize(senders * 2_000);
    for (String name : List.of("a", "b", "c", "d")) {
      assertThat(channel.frames().stream().filter(f -> f.startsWith(name)))
          .containsExactlyElementsOf(IntStream.range(0, 2_000).mapToObj(n -> name + n).toList());
    }
  }

  /** As if it waited for something now and then. */
  private static void sendInTurn(FrameSender sender, String text) {
    sender.send(Outgoing.text(text));
    if (text.endsWith("7")) {
      BusyThread.waits();
    }
  }

  private static void joined(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private FrameSender senderWith(Consumer<Runnable> threads) {
    Writers writers =
        new Writers() {
          @Override
          public void execute(Runnable writing) {
            threads.accept(writing);
          }

          @Override
          public void schedule(Runnable writing, Duration delay) {
            throw new AssertionError("Nothing is to wait");
          }
        };
    SenderConfig config =
        new SenderConfig(1_000_000, Duration.ofSeconds(10), Duration.ofSeconds(30), 4);
    return new FrameSender(channel, writers, config, Conduct.standard(), () -> {});
  }

  @Test
  void mergesOnlyWhatStillWaits() {
    FrameSender sender = sender();
    sender.send(new Mergeable("a"));
    channel.shut();
    sender.send(new Mergeable("b"));
    sender.send(new Mergeable("c"));
    sender.send(Outgoing.text("x"));
    sender.send(new Mergeable("d"));
    channel.reopen();

    assertThat(channel.frames()).containsExactly("a", "bc", "x", "d");
  }

  @Test
  void closesAClientThatLeavesTooMuchWaiting() {
    FrameSender sender = sender();
    channel.shut();
    sender.send(Outgoing.text("0123456789"));
    assertThat(channel.closings()).isEmpty();

    sender.send(Outgoing.text("x"));

    assertThat(channel.closings())
        .extracting(CloseReason::getCloseCode)
        .containsExactly(CloseCodes.TRY_AGAIN_LATER);
    assertThat(broken).hasValue(1);
  }

  @Test
  void takesOneAnswerLongerThanTheQueue() {
    FrameSender sender = sender();
    channel.shut();
    sender.send(Outgoing.text("a"));
    sender.send(Outgoing.text("0123456789ABCDEF"));
    channel.reopen();

    assertThat(channel.frames()).containsExactly("a", "0123456789ABCDEF");
  }

  @Test
  void findsAStalledClientAndClosesItOnce() {
    FrameSender sender = sender();
    assertThat(sender.isStalled()).isFalse();
    channel.blockFor(Duration.ofMillis(51).toNanos());
    assertThat(sender.isStalled()).isTrue();

    sender.closeStalled();
    sender.closeStalled();
    sender.send(Outgoing.text("late"));

    assertThat(channel.closings()).hasSize(1);
    assertThat(channel.frames()).isEmpty();
    assertThat(broken).hasValue(1);
  }

  @Test
  void closesAClientThatLeavesTwoPingsUnanswered() {
    FrameSender sender = sender();
    sender.pingOrClose();
    sender.pingOrClose();
    sender.pong(ByteBuffer.allocate(0));
    sender.pingOrClose();
    sender.pingOrClose();
    assertThat(channel.pings()).isEqualTo(4);
    assertThat(channel.closings()).isEmpty();

    sender.pingOrClose();

    assertThat(channel.closings())
        .extracting(CloseReason::getCloseCode)
        .containsExactly(CloseCodes.GOING_AWAY);
  }

  @Test
  void partsAsItsDialectWants() {
    Conduct conduct = new Conduct(CloseCodes.SERVICE_RESTART, 0);
    TestingSenders.on(channel, SMALL, conduct, broken::incrementAndGet).leave();
    FrameSender silent = TestingSenders.on(channel, SMALL, conduct, broken::incrementAndGet);
    silent.pingOrClose();
    silent.pingOrClose();
    silent.pingOrClose();

    assertThat(channel.closings())
        .extracting(CloseReason::getCloseCode)
        .containsExactly(CloseCodes.SERVICE_RESTART, CloseCodes.SERVICE_RESTART);
  }

  @Test
  void judgesSilenceByTimeWhereThatIsWanted() throws InterruptedException {
    Conduct conduct =
        new Conduct(
            CloseCodes.GOING_AWAY, 0, Duration.ZERO, Duration.ofMillis(200), "slow consumer");
    FrameSender sender = TestingSenders.on(channel, SMALL, conduct, broken::incrementAndGet);
    for (int i = 0; i < 5; i++) {
      sender.pingOrClose();
    }
    assertThat(channel.closings()).as("unanswered pings alone do not matter").isEmpty();
    assertThat(sender.isIdle()).isFalse();
    Thread.sleep(250);
    assertThat(sender.isIdle()).isTrue();
    sender.heard();
    assertThat(sender.isIdle()).isFalse();

    sender.closeIdle();

    assertThat(channel.closings())
        .extracting(CloseReason::getReasonPhrase)
        .containsExactly("Connection timeout");
  }

  @Test
  void sendsPromptlyInTheOrderOfTheRest() {
    FrameSender sender = sender();
    sender.sendPromptly(Outgoing.text("a"));
    channel.shut();
    sender.sendPromptly(Outgoing.text("b"));
    sender.send(Outgoing.text("c"));
    channel.reopen();

    assertThat(channel.frames()).containsExactly("a", "b", "c");
  }

  @Test
  void breaksOffWhenWritingFails() {
    FrameSender sender = sender();

    sender.send(
        new Outgoing() {
          @Override
          public int length() {
            return 0;
          }

          @Override
          public void writeTo(FrameChannel any) throws IOException {
            throw new IOException("gone");
          }
        });

    assertThat(channel.closings()).hasSize(1);
    assertThat(broken).hasValue(1);
  }

  @Test
  void neverWritesFromTwoThreadsAtOnce() throws InterruptedException {
    FrameSender sender = TestingSenders.on(channel);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    CountDownLatch start = new CountDownLatch(1);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger overlaps = new AtomicInteger();
    IntStream.range(0, 4)
        .forEach(
            t ->
                threads.execute(
                    () -> {
                      awaitUnchecked(start);
                      for (int i = 0; i < 5000; i++) {
                        sender.send(new Watched(inside, overlaps));
                      }
                    }));
    start.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();

    assertThat(channel.frames()).hasSize(20_000);
    assertThat(overlaps).hasValue(0);
  }

  @Test
  void writesOnItsOwnThreadsWhereSendingBlocks() throws InterruptedException {
    ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1);
    try (WriterThreads threads = new WriterThreads(1, Thread::new, clock)) {
      CountDownLatch stuck = new CountDownLatch(1);
      CountDownLatch sent = new CountDownLatch(1);
      threads.execute(() -> awaitUnchecked(stuck));
      threads.execute(sent::countDown);
      assertThat(sent.await(100, TimeUnit.MILLISECONDS)).isFalse();

      stuck.countDown();

      assertThat(sent.await(5, TimeUnit.SECONDS)).isTrue();
    } finally {
      clock.shutdownNow();
    }
  }

  private FrameSender sender() {
    return TestingSenders.on(channel, SMALL, broken::incrementAndGet);
  }

  @Test
  void partsWithAClientThatHoldsUpItsSenderWithoutWaitingForIt() {
    RecordingChannel other = new RecordingChannel();
    channel.blockFor(1);
    List<Runnable> elsewhere = new ArrayList<>();

    FrameSenders.leave(List.of(sender(), TestingSenders.on(other)), elsewhere::add);

    assertThat(other.closings()).hasSize(1);
    assertThat(channel.closings()).isEmpty();
    elsewhere.forEach(Runnable::run);
    assertThat(channel.closings()).hasSize(1);
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Mergeable implements Outgoing {
    private String text;

    Mergeable(String text) {
      this.text = text;
    }

    @Override
    public boolean absorb(Outgoing next) {
      if (!(next instanceof Mergeable more)) {
        return false;
      }
      text += more.text;
      return true;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public void writeTo(FrameChannel channel) throws IOException {
      channel.text(text);
    }
  }

  private record Watched(AtomicInteger inside, AtomicInteger overlaps) implements Outgoing {
    @Override
    public int length() {
      return 1;
    }

    @Override
    public void writeTo(FrameChannel channel) throws IOException {
      if (inside.incrementAndGet() > 1) {
        overlaps.incrementAndGet();
      }
      channel.text("x");
      inside.decrementAndGet();
    }
  }
}
