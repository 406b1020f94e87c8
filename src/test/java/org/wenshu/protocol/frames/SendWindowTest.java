package org.wenshu.protocol.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SendWindowTest {
  private static final int STEP = 64 * 1024;

  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong now = new AtomicLong(-3 * SECOND);
  private final SendWindow window = new SendWindow(now::get);

  /** Sends until nothing more may be sent; gives the pings of the way. */
  private List<ByteBuffer> fill() {
    List<ByteBuffer> pings = new ArrayList<>();
    while (window.hasRoom()) {
      if (window.sent(STEP)) {
        pings.add(window.ping());
      }
    }
    return pings;
  }

  @Test
  void asksAfterEveryStepAndIsFullAtItsEnd() {
    assertThat(window.sent(STEP - 1)).isFalse();
    assertThat(window.isPingNear(1)).isFalse();
    assertThat(window.isPingNear(2)).isTrue();
    assertThat(window.sent(1)).isTrue();
    var unused = window.ping();
    assertThat(window.sent(1)).isFalse();

    assertThat(fill()).hasSize(7);
    assertThat(window.hasRoom()).isFalse();
  }

  @Test
  void isBlockedSinceItWasFullOrSinceTheLastAnswer() {
    assertThat(window.sent(1000)).isFalse();
    now.addAndGet(20 * SECOND);
    List<ByteBuffer> pings = fill();

    assertThat(window.blockedNanos()).as("what was sent long ago counts for nothing").isZero();
    now.addAndGet(2 * SECOND);
    assertThat(window.blockedNanos()).isEqualTo(2 * SECOND);

    assertThat(window.pong(pings.get(0))).isTrue();
    now.addAndGet(20 * SECOND);
    assertThat(window.blockedNanos()).isZero();
    fill();
    assertThat(window.blockedNanos()).isZero();
  }

  @Test
  void givesALongTextMoreTimeThoughNotWithoutEnd() {
    assertThat(window.sent(8 * STEP + 2 * STEP)).isTrue();
    now.addAndGet(12 * SECOND);
    assertThat(window.blockedNanos()).isEqualTo(4 * SECOND);

    assertThat(window.sent(100 * STEP)).isTrue();
    assertThat(window.blockedNanos()).isEqualTo(2 * SECOND);
  }

  @Test
  void hasRoomAgainFromTheFirstAnswerOn() {
    List<ByteBuffer> pings = fill();

    assertThat(window.pong(pings.get(0))).as("room where there was none").isTrue();
    assertThat(window.blockedNanos()).isZero();
    assertThat(window.pong(pings.get(0))).as("the same again").isFalse();
    assertThat(window.pong(pings.get(5))).as("more room").isFalse();
    assertThat(window.hasRoom()).isTrue();
    assertThat(fill()).hasSize(6);
  }

  @Test
  void takesAnAnswerThatRepeatsNothingForOneStep() {
    List<ByteBuffer> pings = fill();

    assertThat(window.pong(ByteBuffer.allocate(0))).isTrue();
    assertThat(fill()).hasSize(1);
    assertThat(window.pong(ByteBuffer.wrap(new byte[] {1, 2, 3}))).isTrue();
    assertThat(window.pong(pings.get(1))).as("known by the second already").isFalse();
  }

  @Test
  void believesNoAnswerToWhatWasNotSent() {
    List<ByteBuffer> pings = fill();
    long last = pings.get(pings.size() - 1).getLong(0);

    assertThat(window.pong(ByteBuffer.allocate(Long.BYTES).putLong(0, last + 1))).isFalse();
    assertThat(window.pong(ByteBuffer.allocate(Long.BYTES).putLong(0, -1))).isFalse();
    assertThat(window.hasRoom()).isFalse();
  }

  @Test
  void takesALongTextWhole() {
    assertThat(window.sent(5_000_000)).isTrue();
    ByteBuffer ping = window.ping();
    assertThat(window.hasRoom()).isFalse();
    assertThat(window.pong(ping)).isTrue();
    assertThat(window.hasRoom()).isTrue();
  }
}
