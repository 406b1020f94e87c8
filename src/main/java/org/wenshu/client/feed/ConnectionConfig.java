package org.wenshu.client.feed;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How a {@link WebSocketClient} connects. Immutable; the defaults are those of the documented
 * client (contract, section 15).
 */
public final class ConnectionConfig {
  private static final Set<String> SCHEMES = Set.of("ws", "wss");

  private final URI url;
  private final Optional<String> apiKey;
  private final int maxReconnectAttempts;
  private final Duration reconnectDelay;
  private final double jitter;
  private final Duration heartbeatInterval;
  private final Duration timeout;
  private final int maxSubscriptions;
  private final boolean queueWhileDisconnected;
  private final int queueCapacity;

  private ConnectionConfig(Builder builder) {
    this.url = address(builder.url);
    this.apiKey = Optional.ofNullable(builder.apiKey);
    this.maxReconnectAttempts = atLeast(0, builder.maxReconnectAttempts, "maxReconnectAttempts");
    this.reconnectDelay = positive(builder.reconnectDelay, "reconnectDelay");
    this.jitter = builder.jitter;
    this.heartbeatInterval = positive(builder.heartbeatInterval, "heartbeatInterval");
    this.timeout = positive(builder.timeout, "timeout");
    this.maxSubscriptions = atLeast(1, builder.maxSubscriptions, "maxSubscriptions");
    this.queueWhileDisconnected = builder.queueWhileDisconnected;
    this.queueCapacity = atLeast(1, builder.queueCapacity, "queueCapacity");
    if (jitter < 0 || jitter > 1) {
      throw new IllegalArgumentException("jitter must be from 0 to 1");
    }
  }

  /** The defaults, for that address. */
  public ConnectionConfig(String url) {
    this(builder(url));
  }

  /** The defaults, for that address and key; no key when it is null. */
  public ConnectionConfig(String url, String apiKey) {
    this(builder(url).apiKey(apiKey));
  }

  /**
   * Starts from the defaults.
   *
   * @param url ws or wss, with host and path: {@code ws://localhost:8000/ws}
   */
  public static Builder builder(String url) {
    return new Builder(url);
  }

  private static URI address(String url) {
    URI address = URI.create(url);
    if (address.getHost() == null || !SCHEMES.contains(address.getScheme())) {
      throw new IllegalArgumentException("Expected ws or wss and a host");
    }
    return address;
  }

  private static int atLeast(int least, int value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least);
    }
    return value;
  }

  private static Duration positive(Duration value, String name) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be positive");
    }
    return value;
  }

  /** Where the server is. */
  public URI url() {
    return url;
  }

  /** What is shown in the handshake as {@code Authorization: Bearer}; empty to show nothing. */
  public Optional<String> apiKey() {
    return apiKey;
  }

  /** How many attempts are made after a loss before the state is ERROR; 5, 0 for none. */
  public int maxReconnectAttempts() {
    return maxReconnectAttempts;
  }

  /** The wait before the first of them; 1 s. Each further wait is doubled, up to 30 s. */
  public Duration reconnectDelay() {
    return reconnectDelay;
  }

  /** The part of each wait that is left to chance, from 0 (the default) to 1. */
  public double jitter() {
    return jitter;
  }

  /** The pace of heartbeats and pings; 30 s. */
  public Duration heartbeatInterval() {
    return heartbeatInterval;
  }

  /** How long is waited for a connection, a sign of life, a confirmation and a close; 10 s. */
  public Duration timeout() {
    return timeout;
  }

  /** How many ids may be subscribed at a time; 100. */
  public int maxSubscriptions() {
    return maxSubscriptions;
  }

  /** Whether subscriptions before the first connection are kept for it; false. */
  public boolean queueWhileDisconnected() {
    return queueWhileDisconnected;
  }

  /** How many messages may wait for handlers before reading from the socket pauses; 1,000. */
  public int queueCapacity() {
    return queueCapacity;
  }

  /** The address without its parameters, which may hold a key. */
  String shownUrl() {
    String text = url.toString();
    String known =
        url.getRawUserInfo() == null ? text : text.replace(url.getRawUserInfo() + "@", "");
    int parameters = known.indexOf('?');
    return parameters < 0 ? known : known.substring(0, parameters);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "ConnectionConfig[" + shownUrl() + ", " + maxReconnectAttempts + " attempts]";
  }

  /** Collects what differs from the defaults. Not thread-safe. */
  public static final class Builder {
    private final String url;
    private String apiKey;
    private int maxReconnectAttempts = 5;
    private Duration reconnectDelay = Duration.ofSeconds(1);
    private double jitter;
    private Duration heartbeatInterval = Duration.ofSeconds(30);
    private Duration timeout = Duration.ofSeconds(10);
    private int maxSubscriptions = 100;
    private boolean queueWhileDisconnected;
    private int queueCapacity = 1_000;

    private Builder(String url) {
      this.url = url;
    }

    /** See {@link ConnectionConfig#apiKey()}; null for none. */
    public Builder apiKey(String key) {
      this.apiKey = key;
      return this;
    }

    /** See {@link ConnectionConfig#maxReconnectAttempts()}. */
    public Builder maxReconnectAttempts(int attempts) {
      this.maxReconnectAttempts = attempts;
      return this;
    }

    /** See {@link ConnectionConfig#reconnectDelay()}. */
    public Builder reconnectDelay(Duration delay) {
      this.reconnectDelay = delay;
      return this;
    }

    /** See {@link ConnectionConfig#jitter()}. */
    public Builder jitter(double part) {
      this.jitter = part;
      return this;
    }

    /** See {@link ConnectionConfig#heartbeatInterval()}. */
    public Builder heartbeatInterval(Duration interval) {
      this.heartbeatInterval = interval;
      return this;
    }

    /** See {@link ConnectionConfig#timeout()}. */
    public Builder timeout(Duration time) {
      this.timeout = time;
      return this;
    }

    /** See {@link ConnectionConfig#maxSubscriptions()}. */
    public Builder maxSubscriptions(int most) {
      this.maxSubscriptions = most;
      return this;
    }

    /** See {@link ConnectionConfig#queueWhileDisconnected()}. */
    public Builder queueWhileDisconnected(boolean queue) {
      this.queueWhileDisconnected = queue;
      return this;
    }

    /** See {@link ConnectionConfig#queueCapacity()}. */
    public Builder queueCapacity(int messages) {
      this.queueCapacity = messages;
      return this;
    }

    /**
     * The configuration.
     *
     * @throws IllegalArgumentException for an address that is none, and for numbers out of range
     */
    public ConnectionConfig build() {
      return new ConnectionConfig(this);
    }
  }
}
