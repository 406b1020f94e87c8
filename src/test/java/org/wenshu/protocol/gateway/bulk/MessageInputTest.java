package org.wenshu.protocol.gateway.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessageInputTest {
  private static final int FIN = 0x80;

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final ByteArrayOutputStream answered = new ByteArrayOutputStream();

  private void send(int head, String payload) {
    send(head, payload.getBytes(StandardCharsets.UTF_8));
  }

  private void send(int head, byte[] payload) {
    byte[] key = {1, 2, 3, 4};
    sent.write(head);
    if (payload.length < 126) {
      sent.write(0x80 | payload.length);
    } else if (payload.length < 1 << 16) {
      sent.write(0x80 | 126);
      sent.writeBytes(ByteBuffer.allocate(2).putShort((short) payload.length).array());
    } else {
      sent.write(0x80 | 127);
      sent.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
    }
    sent.writeBytes(key);
    for (int i = 0; i < payload.length; i++) {
      sent.write(payload[i] ^ key[i % 4]);
    }
  }

  private MessageInput input(long maxBytes) {
    return new MessageInput(
        new ByteArrayInputStream(sent.toByteArray()), new SocketOutput(answered), maxBytes);
  }

  private static String rest(MessageInput input) throws IOException {
    return new String(input.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void readsMessagesOfEveryLengthUntilTheClose() throws IOException {
    String middle = "文".repeat(5_000);
    String large = "x".repeat(200_000);
    send(FIN | 1, "short");
    send(FIN | 2, middle);
    send(FIN | 1, "");
    send(FIN | 1, large);
    send(FIN | 8, new byte[] {3, (byte) 0xe8});
    MessageInput input = input(1 << 20);

    for (String expected : new String[] {"short", middle, "", large}) {
      assertThat(input.next()).isTrue();
      assertThat(rest(input)).isEqualTo(expected);
    }
    assertThat(input.next()).isFalse();
  }

  @Test
  void putsFragmentsTogetherAndAnswersPingsBetweenThem() throws IOException {
    send(1, "a");
    send(FIN | 9, "ping");
    send(0, "b");
    send(FIN | 10, "unasked");
    send(FIN, "c");
    send(FIN | 1, "next");
    MessageInput input = input(100);

    assertThat(input.next()).isTrue();
    assertThat(rest(input)).isEqualTo("abc");
    assertThat(answered.toByteArray()).startsWith(FIN | 10, 4).endsWith('p', 'i', 'n', 'g');
    assertThat(input.next()).isTrue();
    assertThat(rest(input)).isEqualTo("next");
  }

  @Test
  void skipsWhatWasNotReadOfAMessage() throws IOException {
    send(1, "first half");
    send(FIN, "second half");
    send(FIN | 1, "next");
    MessageInput input = input(100);

    assertThat(input.next()).isTrue();
    assertThat(input.read()).isEqualTo('f');
    assertThat(input.next()).isTrue();
    assertThat(rest(input)).isEqualTo("next");
  }

  @Test
  void refusesByTheHeadWhatIsTooLong() throws IOException {
    send(1, "x".repeat(60));
    send(FIN, "x".repeat(60));
    MessageInput input = input(100);

    assertThat(input.next()).isTrue();
    assertThatThrownBy(() -> rest(input))
        .isInstanceOfSatisfying(
            MessageInput.Violation.class, e -> assertThat(e.code()).isEqualTo(1009));
    sent.reset();
    sent.writeBytes(new byte[] {(byte) (FIN | 1), (byte) 0xff, -1, 0, 0, 0, 0, 0, 0, 0});
    sent.writeBytes(new byte[4]);
    assertThatThrownBy(() -> input(100).next())
        .isInstanceOfSatisfying(
            MessageInput.Violation.class, e -> assertThat(e.code()).isEqualTo(1009));
  }

  @Test
  void refusesWhatBreaksTheProtocol() {
    byte[][] broken = {
      {(byte) (FIN | 1), 1, 'x'},
      {(byte) (FIN | 0x40 | 1), (byte) 0x80, 0, 0, 0, 0},
      {(byte) FIN, (byte) 0x80, 0, 0, 0, 0},
      {9, (byte) 0x80, 0, 0, 0, 0},
      {(byte) (FIN | 3), (byte) 0x80, 0, 0, 0, 0},
      {(byte) (FIN | 11), (byte) 0x80, 0, 0, 0, 0}
    };
    for (byte[] frame : broken) {
      sent.reset();
      sent.writeBytes(frame);
      assertThatThrownBy(() -> input(100).next())
          .isInstanceOfSatisfying(
              MessageInput.Violation.class, e -> assertThat(e.code()).isEqualTo(1002));
    }
  }

  @Test
  void tellsAClientThatLeftInTheMiddle() throws IOException {
    send(FIN | 1, "some text");
    byte[] cut = java.util.Arrays.copyOf(sent.toByteArray(), sent.size() - 3);
    MessageInput input =
        new MessageInput(new ByteArrayInputStream(cut), new SocketOutput(answered), 100);

    assertThat(input.next()).isTrue();
    assertThatThrownBy(() -> rest(input)).isInstanceOf(EOFException.class);
  }
}
