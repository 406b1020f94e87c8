package org.wenshu.protocol.frames.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayedOutputTest {
  private final InMemoryOutput sent = new InMemoryOutput();
  private final RelayedOutput output = new RelayedOutput(sent);

  @AfterEach
  void nothingFollows() throws IOException {
    Gathering.end();
  }

  @Test
  void sendsAtOnceWhatNothingFollows() throws IOException {
    send("a");
    send("b");

    assertThat(sent.parts).containsExactly("a", "b");
  }

  @Test
  void sendsTogetherWhatFollowsAtOnce() throws IOException {
    Gathering.followed(true);
    send("a");
    send("b");
    assertThat(sent.parts).isEmpty();

    Gathering.followed(false);
    send("c");

    assertThat(sent.parts).containsExactly("abc");
  }

  @Test
  void keepsNoMoreThanABoundWaiting() throws IOException {
    Gathering.followed(true);
    for (int i = 0; i < 100; i++) {
      send("x".repeat(1024));
    }

    assertThat(sent.parts).hasSize(6).allMatch(part -> part.length() == 16 * 1024);
  }

  @Test
  void keepsNothingWhenNothingFollowed() throws IOException {
    Gathering.followed(true);
    send("a");

    Gathering.end();

    assertThat(sent.parts).containsExactly("a");
    assertThat(Gathering.mayWait()).isFalse();
    Gathering.end();
    assertThat(sent.parts).containsExactly("a");
  }

  @Test
  void asksTheContainerForNothingItWasNotToldToFlush() throws IOException {
    Gathering.followed(true);
    send("a");

    assertThat(output.isReady()).isTrue();
    Gathering.followed(false);
    send("b");
    assertThat(sent.parts).containsExactly("ab");
  }

  private void send(String frame) throws IOException {
    output.write(frame.getBytes(StandardCharsets.UTF_8));
    output.flush();
  }

  private static final class InMemoryOutput extends ServletOutputStream {
    private final StringBuilder waiting = new StringBuilder();
    private final List<String> parts = new ArrayList<>();

    @Override
    public boolean isReady() {
      return waiting.isEmpty();
    }

    @Override
    public void setWriteListener(WriteListener told) {}

    @Override
    public void write(int octet) {
      waiting.append((char) octet);
    }

    @Override
    public void flush() {
      parts.add(waiting.toString());
      waiting.setLength(0);
    }
  }
}
