package org.wenshu.llm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.DefaultDisposalCallback;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolEntry;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * How connections to a model are made and kept. Their sockets are those of channels, because a
 * thread that is interrupted while it waits at another kind would not notice. TLS is what the JVM
 * says, and it is the JVM that compares the name of the host.
 */
final class ModelConnections {
  /** How long an idle connection is kept; the other side often closes it earlier. */
  static final Duration KEPT = Duration.ofSeconds(30);

  private static final Duration TRUSTED = Duration.ofSeconds(1);
  private static final int MOST_HEADERS = 500;
  private static final int MOST_CHARACTERS_IN_A_HEADER = 64 << 10;

  private ModelConnections() {}

  /** A pool of so many connections that are made within that time each. */
  static PoolingHttpClientConnectionManager pool(
      int most, Duration connectTimeout, DnsResolver names) {
    Http1Config limits = limits();
    rehearseDropping(new TellingConnection(limits));
    PoolingHttpClientConnectionManager pool =
        new PoolingHttpClientConnectionManager(
            new DefaultHttpClientConnectionOperator(
                proxy -> ModelExchange.ofThread().connecting(socket()),
                null,
                names,
                scheme -> "https".equals(scheme) ? tls() : null),
            PoolConcurrencyPolicy.STRICT,
            PoolReusePolicy.LIFO,
            TimeValue.NEG_ONE_MILLISECOND,
            socket -> new TellingConnection(limits));
    pool.setMaxTotal(most);
    pool.setDefaultMaxPerRoute(most);
    pool.setDefaultConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(connectTimeout))
            .setIdleTimeout(Timeout.of(KEPT))
            .setValidateAfterInactivity(TimeValue.of(TRUSTED))
            .build());
    return pool;
  }

  /**
   * Drops a connection that never was. Payara finds no class of an application any more once it
   * stops it, and connections have to be dropped then, maybe for the first time.
   */
  private static void rehearseDropping(ManagedHttpClientConnection none) {
    try {
      none.bind(socket());
      PoolEntry<String, ManagedHttpClientConnection> entry =
          new PoolEntry<>("", TimeValue.NEG_ONE_MILLISECOND, new DefaultDisposalCallback<>());
      entry.assignConnection(none);
      entry.discardConnection(CloseMode.IMMEDIATE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Socket socket() throws IOException {
    return SocketChannel.open().socket();
  }

  private static TlsSocketStrategy tls() {
    return new DefaultClientTlsStrategy(
        SSLContexts.createSystemDefault(), HostnameVerificationPolicy.BUILTIN, null);
  }

  private static Http1Config limits() {
    return Http1Config.custom()
        .setMaxHeaderCount(MOST_HEADERS)
        .setMaxLineLength(MOST_CHARACTERS_IN_A_HEADER)
        .build();
  }
}
