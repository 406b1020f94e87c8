package org.wenshu.protocol.gateway;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Settings of the gateway (contract, sections 0.2 and 3.3), all {@code wenshu.gateway.*}.
 *
 * @param roles of which a caller needs one; empty lets in everybody who is authenticated ({@code
 *     roles})
 * @param allowedOrigins origins other than the server's own whose pages may open sockets; {@code *}
 *     for any ({@code allowed-origins})
 * @param maxConnections sockets at once, further ones get 503 ({@code max-connections})
 * @param maxBodyBytes of one HTTP body ({@code max-body-bytes})
 * @param maxMessageBytes of one message received ({@code max-message-bytes})
 * @param parallel requests of one socket worked on at once ({@code parallel})
 * @param maxQueued requests of one socket that wait beyond those ({@code max-queued})
 * @param workers requests worked on at once on this server ({@code workers})
 * @param budget how long a request may be silent ({@code budget})
 * @param patience how long a client may not read ({@code patience})
 */
public record GatewayConfig(
    Set<String> roles,
    List<String> allowedOrigins,
    int maxConnections,
    int maxBodyBytes,
    int maxMessageBytes,
    int parallel,
    int maxQueued,
    int workers,
    Duration budget,
    Duration patience) {
  /** Copies the list; refuses sizes with which nothing could be done. */
  public GatewayConfig {
    roles = Set.copyOf(roles);
    allowedOrigins = List.copyOf(allowedOrigins);
    if (parallel < 1 || maxQueued < 0 || workers < 1) {
      throw new IllegalArgumentException("wenshu.gateway: some requests must be worked on");
    }
    if (maxBodyBytes < 1 || maxMessageBytes < 1) {
      throw new IllegalArgumentException("wenshu.gateway: bodies and messages need some room");
    }
  }

  /** The contract's defaults; bodies of 64 MiB, which fit a small heap. */
  public static GatewayConfig defaults() {
    return new GatewayConfig(
        Set.of(),
        List.of(),
        2_000,
        64 << 20,
        52_428_800,
        15,
        100,
        256,
        Duration.ofMinutes(2),
        Duration.ofMinutes(5));
  }

  /** Whether somebody with these roles may use the gateway. */
  public boolean admits(Set<String> held) {
    return roles.isEmpty() || !Collections.disjoint(roles, held);
  }

  /** Whether a page of that origin may open sockets. */
  public boolean allowsOrigin(String origin) {
    return allowedOrigins.contains("*") || allowedOrigins.contains(origin);
  }
}
