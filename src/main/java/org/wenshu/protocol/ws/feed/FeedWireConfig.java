package org.wenshu.protocol.ws.feed;

import java.time.Duration;
import java.util.List;

/**
 * Limits of the feed on the wire ({@code wenshu.feed.*}; contract, sections 9 to 12).
 *
 * @param paths where the feed listens beside {@code /ws}
 * @param maxSubscriptions ids on one connection
 * @param maxPairs symbols times types on one connection
 * @param messagesPerSecond that a client may send; bursts of twice as many
 * @param maxControlFrames that may wait for a slow client
 * @param maxWaiting updates that wait before those of one topic are merged
 * @param maxEvents trades that may wait before the oldest are dropped
 * @param bookLevels sent of a book unless asked otherwise
 * @param flushInterval least time between two rounds of sending
 * @param heartbeatInterval of heartbeats to clients of the envelope form
 * @param idleTimeout after which a silent client is closed
 * @param pingInterval of the pings that probe a connection which uses the feed
 * @param requireAppHeartbeat closes a client of the flat form that has sent no message for so long,
 *     though it answers pings; zero for never
 * @param shared whether the paths of the text2sql stream serve the feed as well
 * @param maxConnectionsPerKey on the feed's own paths, where callers must be known
 */
public record FeedWireConfig(
    List<String> paths,
    int maxSubscriptions,
    int maxPairs,
    int messagesPerSecond,
    int maxControlFrames,
    int maxWaiting,
    int maxEvents,
    int bookLevels,
    Duration flushInterval,
    Duration heartbeatInterval,
    Duration idleTimeout,
    Duration pingInterval,
    Duration requireAppHeartbeat,
    boolean shared,
    int maxConnectionsPerKey) {
  /** Symbols of one request. */
  static final int MAX_SYMBOLS = 1_000;

  /** Copies the list. */
  public FeedWireConfig {
    paths = List.copyOf(paths);
  }

  /** The contract's defaults. */
  public static FeedWireConfig defaults() {
    return new FeedWireConfig(
        List.of("/", "/ws/v1", "/ws/realtime", "/ws/feed", "/ws/market/{symbol}", "/ws/ingest"),
        100,
        10_000,
        100,
        256,
        256,
        1_000,
        5,
        Duration.ofMillis(5),
        Duration.ofSeconds(30),
        Duration.ofSeconds(90),
        Duration.ofSeconds(20),
        Duration.ZERO,
        true,
        20);
  }
}
