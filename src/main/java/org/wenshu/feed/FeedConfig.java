package org.wenshu.feed;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * Settings of the feed itself ({@code wenshu.feed.*}).
 *
 * @param zone the session's time zone, in which bars begin and times are told
 * @param sources which source comes before which, by name; {@code *} for all others
 * @param takeover how long a source must be silent before one that comes later may speak
 * @param strictSymbols whether unknown symbols are refused once any is known
 */
public record FeedConfig(
    ZoneId zone, List<String> sources, Duration takeover, boolean strictSymbols) {
  /** Copies the list. */
  public FeedConfig {
    sources = List.copyOf(sources);
  }

  /** The server's zone; the table before all others before the simulator; 30 s; strict. */
  public static FeedConfig defaults() {
    return new FeedConfig(
        ZoneId.systemDefault(), List.of("table", "*", "simulator"), Duration.ofSeconds(30), true);
  }
}
