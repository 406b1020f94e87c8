package org.wenshu.protocol.rag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wenshu.protocol.frames.RequestSlots;
import org.wenshu.protocol.rag.method.RagCall;
import org.wenshu.protocol.rag.method.TestingCalls;

class RequestSlotsTest {
  private final TestingCalls calls = new TestingCalls();
  private final RequestSlots<RagCall> slots =
      new RequestSlots<>(2, 3, call -> call.method().goesAlone());

  @AfterEach
  void stop() {
    calls.close();
  }

  @Test
  void startsSoManyAndQueuesTheRestInOrder() {
    List<RagCall> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(calls.call(false));
    }
    assertThat(slots.offer(made.get(0))).contains(List.of(made.get(0)));
    assertThat(slots.offer(made.get(1))).contains(List.of(made.get(1)));
    for (int i = 2; i < 5; i++) {
      assertThat(slots.offer(made.get(i))).contains(List.of());
    }
    assertThat(slots.offer(calls.call(false))).isEmpty();
    assertThat(slots.outstanding()).isEqualTo(5);

    assertThat(slots.ended(made.get(1))).containsExactly(made.get(2));
    assertThat(slots.ended(made.get(0))).containsExactly(made.get(3));
    assertThat(slots.offer(calls.call(false))).isPresent();
  }

  @Test
  void letsOthersWaitForOneThatGoesAlone() {
    RagCall alone = calls.call(true);
    RagCall next = calls.call(false);
    assertThat(slots.offer(alone)).contains(List.of(alone));
    assertThat(slots.offer(next)).contains(List.of());

    assertThat(slots.ended(alone)).containsExactly(next);
  }

  @Test
  void forgetsOneThatEndsWhileItWaits() {
    RagCall first = calls.call(false);
    RagCall second = calls.call(false);
    RagCall waiting = calls.call(false);
    RagCall last = calls.call(false);
    for (RagCall call : List.of(first, second, waiting, last)) {
      assertThat(slots.offer(call)).isPresent();
    }
    assertThat(slots.ended(waiting)).isEmpty();
    assertThat(slots.ended(first)).containsExactly(last);
  }

  @Test
  void namesWhatIsLeftWhenItCloses() {
    RagCall running = calls.call(false);
    assertThat(slots.offer(running)).isPresent();

    assertThat(slots.close()).containsExactly(running);
    assertThat(slots.offer(calls.call(false))).isEmpty();
    assertThat(slots.close()).isEmpty();
  }
}
