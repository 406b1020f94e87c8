package org.wenshu.client.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wenshu.client.ClientBusyException;

/** Demand, room and the end, with everything on the calling thread. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class OutletTest {
  private final List<Integer> taken = new ArrayList<>();
  private final List<Throwable> ends = new ArrayList<>();
  private final AtomicInteger cancelled = new AtomicInteger();
  private Flow.Subscription subscription;
  private boolean throwing;

  private Outlet<Integer> outlet(int buffer, Overflow overflow) {
    Outlet<Integer> outlet =
        new Outlet<>(
            new Taking(),
            Runnable::run,
            new StreamOptions(buffer, overflow),
            OutletTest::dropOldest,
            cancelled::incrementAndGet);
    outlet.subscribed();
    return outlet;
  }

  private static void dropOldest(Deque<Integer> waiting, Integer item) {
    waiting.remove();
    waiting.add(item);
  }

  private final class Taking implements Flow.Subscriber<Integer> {
    @Override
    public void onSubscribe(Flow.Subscription made) {
      subscription = made;
    }

    @Override
    public void onNext(Integer item) {
      taken.add(item);
      if (throwing) {
        throw new IllegalStateException("of a subscriber");
      }
    }

    @Override
    public void onError(Throwable why) {
      ends.add(why);
    }

    @Override
    public void onComplete() {
      throw new AssertionError("A feed does not complete");
    }
  }

  @Test
  void deliversWhatIsAskedForAndNoMore() {
    Outlet<Integer> outlet = outlet(8, Overflow.LATEST);
    outlet.offer(1);
    outlet.offer(2);
    outlet.offer(3);
    assertThat(taken).isEmpty();
    subscription.request(2);
    assertThat(taken).containsExactly(1, 2);
    subscription.request(5);
    outlet.offer(4);
    assertThat(taken).containsExactly(1, 2, 3, 4);
  }

  @Test
  void makesRoomByTheRule() {
    Outlet<Integer> outlet = outlet(2, Overflow.LATEST);
    for (int i = 1; i <= 5; i++) {
      outlet.offer(i);
    }
    subscription.request(Long.MAX_VALUE);
    assertThat(taken).containsExactly(4, 5);
  }

  @Test
  void endsWithAFailureWhereThatIsTheRule() {
    Outlet<Integer> outlet = outlet(1, Overflow.FAIL);
    outlet.offer(1);
    outlet.offer(2);
    outlet.offer(3);
    assertThat(ends).as("what waits comes first").isEmpty();
    subscription.request(1);
    assertThat(taken).containsExactly(1);
    assertThat(ends).singleElement().isInstanceOf(ClientBusyException.class);
    assertThat(cancelled).hasValue(1);
  }

  @Test
  void holdsUpWhoBringsWhereThatIsTheRule() throws Exception {
    Outlet<Integer> outlet = outlet(1, Overflow.HOLD);
    outlet.offer(1);
    CompletableFuture<Void> second = CompletableFuture.runAsync(() -> outlet.offer(2));
    assertThat(Eventually.within(java.time.Duration.ofMillis(100), second::isDone)).isFalse();
    subscription.request(1);
    second.get(10, TimeUnit.SECONDS);
    CompletableFuture<Void> third = CompletableFuture.runAsync(() -> outlet.offer(3));
    subscription.cancel();
    third.get(10, TimeUnit.SECONDS);
    assertThat(taken).containsExactly(1);
  }

  @Test
  void tellsNothingAfterCancelling() {
    Outlet<Integer> outlet = outlet(4, Overflow.LATEST);
    subscription.request(5);
    outlet.offer(1);
    subscription.cancel();
    subscription.cancel();
    outlet.offer(2);
    outlet.fail(new IllegalStateException("late"));
    subscription.request(1);
    assertThat(taken).containsExactly(1);
    assertThat(ends).isEmpty();
    assertThat(cancelled).hasValue(1);
  }

  @Test
  void refusesADemandOfNothing() {
    outlet(4, Overflow.LATEST);
    subscription.request(0);
    assertThat(ends).singleElement().isInstanceOf(IllegalArgumentException.class);
    assertThat(cancelled).hasValue(1);
  }

  @Test
  void cancelsASubscriberThatThrows() {
    throwing = true;
    Outlet<Integer> outlet = outlet(4, Overflow.LATEST);
    subscription.request(5);
    outlet.offer(1);
    outlet.offer(2);
    assertThat(taken).containsExactly(1);
    assertThat(cancelled).hasValue(1);
  }
}
