package org.wenshu.protocol.ws.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.wenshu.protocol.frames.RecordingChannel;

class CompressionTest {
  private static final String LONG = "x".repeat(Compression.THRESHOLD_CHARS);

  private final RecordingChannel channel = new RecordingChannel();
  private final Compression compression = new Compression();

  @Test
  void sendsTextUntilItIsAskedFor() throws IOException {
    compression.send(channel, LONG);
    assertThat(channel.frames()).containsExactly(LONG);
  }

  @Test
  void compressesOnlyWhatIsLong() throws IOException {
    compression.begin();
    compression.send(channel, "short");
    compression.send(channel, LONG);
    assertThat(channel.frames()).hasSize(2).startsWith("short");
    assertThat(channel.frames().get(1)).matches("\\d{2} bytes");
  }
}
