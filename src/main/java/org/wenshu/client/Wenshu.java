package org.wenshu.client;

import java.net.URI;
import java.util.Locale;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.wenshu.client.ask.AskDoor;
import org.wenshu.client.feed.Feed;
import org.wenshu.client.gateway.Gateway;
import org.wenshu.client.rag.RagDoor;
import org.wenshu.client.transport.Transport;

/**
 * A client of one server. Make one, keep it, share it: it is safe for any thread, holds no
 * connection before the first call, and each of its doors opens connections as they are needed.
 * {@link #close} ends them all.
 */
public final class Wenshu implements AutoCloseable {
  private final Transport transport;
  private final AskDoor ask;
  private final RagDoor rag;
  private final Gateway gateway;
  private final Feed feed;

  private Wenshu(Transport transport) {
    this.transport = transport;
    this.ask = new AskDoor(transport);
    this.rag = new RagDoor(transport);
    this.gateway = new Gateway(transport);
    this.feed = Feed.over(transport, Feed.Changes.NONE);
  }

  /** A client with all defaults for that server, such as {@code http://localhost:8080}. */
  public static Wenshu connect(String server) {
    return builder(server).build();
  }

  /** For everything that is not as by default. */
  public static Builder builder(String server) {
    return new Builder(ClientConfig.defaults(URI.create(server)));
  }

  /** What was configured. */
  public ClientConfig config() {
    return transport.config();
  }

  /** Questions, each answered by a stream of events. */
  public AskDoor ask() {
    return ask;
  }

  /** The query protocol: sessions, schema, suggestions, many requests on one socket. */
  public RagDoor rag() {
    return rag;
  }

  /** The door to the gateway: flows, their services, the library, bulk transfer. */
  public Gateway gateway() {
    return gateway;
  }

  /** The real-time feed: market data and questions that stay open, over one connection. */
  public Feed feed() {
    return feed;
  }

  /**
   * A feed on a connection of its own, with what is changed of its configuration. Ends with this
   * client at the latest; close it when it is no longer wanted.
   */
  public Feed feed(Feed.Changes changes) {
    return Feed.over(transport, changes);
  }

  /** What the doors stand on; for those who speak a protocol of their own over it. */
  public Transport transport() {
    return transport;
  }

  /**
   * Ends all doors and connections. What is outstanding fails with {@link ConnectionException} or
   * {@link ClientClosedException}. Waits up to {@link Timeouts#close} for the server's consent.
   */
  @Override
  public void close() {
    feed.close();
    transport.close();
  }

  /** Collects what is not as by default. Not for several threads at once. */
  public static final class Builder {
    private ClientConfig config;
    private Executor executor;
    private SSLContext tls;

    private Builder(ClientConfig config) {
      this.config = config;
    }

    /** Shows this token. */
    public Builder token(String token) {
      return token(TokenSource.fixed(token));
    }

    /** Shows the token that the source gives at the time. */
    public Builder token(TokenSource source) {
      config = config.withToken(source);
      return this;
    }

    /** Waits as long as this says. */
    public Builder timeouts(Timeouts timeouts) {
      config = config.withTimeouts(timeouts);
      return this;
    }

    /** Tries lost connections again as this says. */
    public Builder reconnect(ReconnectPolicy policy) {
      config = config.withReconnect(policy);
      return this;
    }

    /** Trusts what this context trusts. */
    public Builder tls(SSLContext context) {
      tls = context;
      return this;
    }

    /**
     * Handles what arrives on these threads, which stay the caller's; at least two, because an
     * answer can need one while another is in a callback.
     */
    public Builder executor(Executor threads) {
      executor = threads;
      return this;
    }

    /** The language of what people read: English for English locales, else Chinese. */
    public Builder locale(Locale locale) {
      config = config.withLocale(locale);
      return this;
    }

    /** The longest message taken from the server, in characters. */
    public Builder maxMessageChars(int most) {
      config = config.withMaxMessageChars(most);
      return this;
    }

    /** The client. Nothing is connected yet. */
    public Wenshu build() {
      Transport.Builder transport = Transport.builder(config);
      if (executor != null) {
        transport.executor(executor);
      }
      if (tls != null) {
        transport.tls(tls);
      }
      return new Wenshu(transport.build());
    }
  }
}
