package org.wenshu.client;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * What all doors of one client share. Immutable.
 *
 * @param server where the server is: http, https, ws or wss, with the context path if there is one
 * @param token where the token comes from
 * @param timeouts how long is waited for what
 * @param reconnect how lost connections are tried again
 * @param locale the language of what people read, Chinese unless it is English
 * @param maxMessageChars the longest message that is taken from the server, in characters
 */
public record ClientConfig(
    URI server,
    TokenSource token,
    Timeouts timeouts,
    ReconnectPolicy reconnect,
    Locale locale,
    int maxMessageChars) {
  private static final Set<String> SECURE = Set.of("https", "wss");
  private static final Set<String> SCHEMES = Set.of("http", "https", "ws", "wss");

  /** Refuses addresses without a host or with a scheme that is none of the four. */
  public ClientConfig {
    if (server.getHost() == null || !SCHEMES.contains(server.getScheme())) {
      throw new IllegalArgumentException("Expected http, https, ws or wss and a host");
    }
    if (maxMessageChars < 1) {
      throw new IllegalArgumentException("maxMessageChars must be positive");
    }
  }

  /** No token, the default times, Chinese, messages of up to 32 Mi characters. */
  public static ClientConfig defaults(URI server) {
    return new ClientConfig(
        server,
        TokenSource.none(),
        Timeouts.defaults(),
        ReconnectPolicy.defaults(),
        Locale.SIMPLIFIED_CHINESE,
        32 << 20);
  }

  /** The same with another source of tokens. */
  public ClientConfig withToken(TokenSource other) {
    return new ClientConfig(server, other, timeouts, reconnect, locale, maxMessageChars);
  }

  /** The same with other times. */
  public ClientConfig withTimeouts(Timeouts other) {
    return new ClientConfig(server, token, other, reconnect, locale, maxMessageChars);
  }

  /** The same with other tries. */
  public ClientConfig withReconnect(ReconnectPolicy other) {
    return new ClientConfig(server, token, timeouts, other, locale, maxMessageChars);
  }

  /** The same with another language. */
  public ClientConfig withLocale(Locale other) {
    return new ClientConfig(server, token, timeouts, reconnect, other, maxMessageChars);
  }

  /** The same with another bound on messages. */
  public ClientConfig withMaxMessageChars(int other) {
    return new ClientConfig(server, token, timeouts, reconnect, locale, other);
  }

  /** The address of a socket: ws or wss, below the server's path. */
  public URI socket(String path) {
    return at(SECURE.contains(server.getScheme()) ? "wss" : "ws", path);
  }

  /** The address of a resource: http or https, below the server's path. */
  public URI resource(String path) {
    return at(SECURE.contains(server.getScheme()) ? "https" : "http", path);
  }

  private URI at(String scheme, String path) {
    String root = server.getRawPath() == null ? "" : server.getRawPath();
    String base = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    String port = server.getPort() < 0 ? "" : ":" + server.getPort();
    return URI.create(scheme + "://" + server.getHost() + port + base + path);
  }

  /** Addresses may hold user names: only what may be shown, and never the token. */
  @Override
  public String toString() {
    return "ClientConfig[" + Addresses.shown(server) + ", " + timeouts + ", " + reconnect + "]";
  }
}
