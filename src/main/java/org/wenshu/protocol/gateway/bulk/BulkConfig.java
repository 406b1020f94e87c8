package org.wenshu.protocol.gateway.bulk;

import java.time.Duration;

/**
 * Settings of bulk import and export, all {@code wenshu.bulk.*}.
 *
 * @param maxSockets open at once; further ones get 503 ({@code max-sockets})
 * @param batchItems items written in one transaction ({@code batch-items})
 * @param batchBytes bytes of frames written in one transaction ({@code batch-bytes})
 * @param flushAfter how long without a frame until what is there is written ({@code flush-after})
 * @param retry how long a database that is down is waited for ({@code retry})
 * @param idle how long a socket may be silent ({@code idle})
 * @param patience how long a client may not read while it is sent to ({@code patience})
 * @param drain how long the server's stop waits for what was read ({@code drain})
 */
public record BulkConfig(
    int maxSockets,
    int batchItems,
    int batchBytes,
    Duration flushAfter,
    Duration retry,
    Duration idle,
    Duration patience,
    Duration drain) {
  /** Longer messages are refused (contract, section 0.2). */
  public static final int MAX_MESSAGE_BYTES = 52_428_800;

  /** What is accepted without waiting must be some items. */
  public BulkConfig {
    if (maxSockets < 1 || batchItems < 1 || batchBytes < 1) {
      throw new IllegalArgumentException("wenshu.bulk: sockets and batches need some room");
    }
  }

  /** The contract's defaults. */
  public static BulkConfig defaults() {
    return new BulkConfig(
        8,
        10_000,
        8_000_000,
        Duration.ofMillis(500),
        Duration.ofSeconds(10),
        Duration.ofMinutes(15),
        Duration.ofMinutes(10),
        Duration.ofSeconds(5));
  }
}
