package org.wenshu.protocol.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BodyMemoryTest {
  private static final int STEP = 1 << 16;

  private static InputStream body(int length) {
    return new ByteArrayInputStream(new byte[length]);
  }

  @Test
  void readsBodiesWholeAndStopsAtTheirMost() throws IOException {
    BodyMemory memory = new BodyMemory(10 * STEP);

    assertThat(memory.read(body(3 * STEP + 5), 1 << 30).orElseThrow().bytes())
        .hasSize(3 * STEP + 5);
    assertThat(memory.read(body(2 * STEP), STEP + 1).orElseThrow().length()).isEqualTo(STEP + 1);
    assertThat(memory.read(body(0), STEP).orElseThrow().length()).isZero();
  }

  @Test
  void refusesWhatHasNoRoomBesideOthersUntilTheyAreAnswered() throws IOException {
    BodyMemory memory = new BodyMemory(4 * STEP);
    Optional<BodyMemory.Body> first = memory.read(body(2 * STEP), 10 * STEP);

    assertThat(memory.read(body(3 * STEP), 10 * STEP)).isEmpty();
    first.orElseThrow().close();
    first.orElseThrow().close();
    assertThat(memory.read(body(4 * STEP), 10 * STEP)).isEmpty();
    assertThat(memory.read(body(3 * STEP), 10 * STEP)).isPresent();
  }

  @Test
  void givesBackWhatABrokenBodyHadTaken() throws IOException {
    BodyMemory memory = new BodyMemory(STEP);
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("The client has left");
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            return read();
          }
        };

    assertThatThrownBy(() -> memory.read(broken, STEP)).isInstanceOf(IOException.class);

    assertThat(memory.read(body(5), STEP)).isPresent();
  }
}
