package org.wenshu.protocol.frames.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartingTest {
  private final Parting parting = new Parting();

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 17, 125})
  void seesACloseFrame(int length) {
    read(ClientFrames.frame(0x88, length));
    assertThat(parting.hasCome()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x81, 0x82, 0x89, 0x8a, 0x08})
  void takesNoOtherFrameForOne(int first) {
    read(ClientFrames.frame(first, 2));
    assertThat(parting.hasCome()).isFalse();
  }

  @Test
  void seesOneThatComesInPieces() {
    for (byte next : ClientFrames.frame(0x88, 2)) {
      assertThat(parting.hasCome()).isFalse();
      read(next);
    }
    assertThat(parting.hasCome()).isTrue();
  }

  @Test
  void seesOneBehindMuchElse() {
    read(ClientFrames.frame(0x81, 120));
    read(new byte[5_000]);
    read(ClientFrames.frame(0x8a, 8));
    assertThat(parting.hasCome()).isFalse();
    read(ClientFrames.frame(0x88, 2));
    assertThat(parting.hasCome()).isTrue();
  }

  @Test
  void isNotSureForEver() {
    read(ClientFrames.frame(0x88, 2));
    read(ClientFrames.frame(0x81, 5));
    assertThat(parting.hasCome()).isFalse();
  }

  private void read(byte... bytes) {
    parting.read(bytes, 0, bytes.length);
  }
}
