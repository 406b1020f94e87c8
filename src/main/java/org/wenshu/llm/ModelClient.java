package org.wenshu.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.TimeValue;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/**
 * Speaks HTTP with the server of one model, on the threads that ask: HTTP/1.1 only, because some
 * servers do not survive the offer to switch to HTTP/2, no redirects, which could carry the key
 * elsewhere, and through the proxies that the JVM is told of. Thread-safe. Closing it ends the
 * calls under way.
 */
final class ModelClient implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 256;
  private static final Duration STALE_WITHIN = Duration.ofMillis(500);
  private static final long TICK = 20;
  private static final Duration SWEEP = Duration.ofSeconds(10);

  private final PoolingHttpClientConnectionManager connections;
  private final CloseableHttpClient http;
  private final ScheduledThreadPoolExecutor clock;
  private final Set<ModelExchange> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** A client that waits so long for a connection; nothing is connected yet. */
  ModelClient(Duration connectTimeout) {
    this(ModelConnections.pool(MOST_CONNECTIONS, connectTimeout, new NameLookup()));
  }

  ModelClient(PoolingHttpClientConnectionManager connections) {
    this.connections = connections;
    this.http =
        HttpClientBuilder.create()
            .setConnectionManager(connections)
            .setRoutePlanner(new SystemDefaultRoutePlanner(null))
            .setRequestExecutor(new Sending())
            .setUserAgent("Wenshu")
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setAuthenticationEnabled(false)
                    .setProtocolUpgradeEnabled(false)
                    .build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableContentCompression()
            .disableConnectionState()
            .disableCookieManagement()
            .disableAuthCaching()
            // The default ones read a list of all public domains and more.
            .setDefaultCookieSpecRegistry(name -> null)
            .setDefaultAuthSchemeRegistry(name -> null)
            .build();
    this.clock =
        new ScheduledThreadPoolExecutor(
            1, ModelClient::daemon, new ThreadPoolExecutor.DiscardPolicy());
    clock.setRemoveOnCancelPolicy(true);
    // Whatever becomes the next to be due wakes the thread of the clock: let that not be each call.
    var unusedTick = clock.scheduleWithFixedDelay(() -> {}, TICK, TICK, TimeUnit.MILLISECONDS);
    var unused =
        clock.scheduleWithFixedDelay(
            () -> connections.closeIdle(TimeValue.of(ModelConnections.KEPT)),
            SWEEP.toSeconds(),
            SWEEP.toSeconds(),
            TimeUnit.SECONDS);
  }

  /** A request with that body. What stands before an @ in the address is never sent. */
  static HttpPost post(URI address, String body) {
    HttpPost post = new HttpPost(address);
    URIAuthority authority = post.getAuthority();
    post.setAuthority(new URIAuthority(authority.getHostName(), authority.getPort()));
    post.setEntity(new ByteArrayEntity(body.getBytes(UTF_8), null));
    return post;
  }

  /**
   * Sends the request and waits for the head of the response.
   *
   * @throws org.wenshu.error.WenshuException when there is none in time
   */
  ModelExchange send(HttpPost request, Deadline deadline, Cancellation cancellation) {
    ModelExchange exchange = new ModelExchange(request, cancellation, clock, open);
    boolean answered = false;
    try {
      if (closed) {
        exchange.end(ModelFailures::cut);
      }
      exchange.endWithin(deadline.remaining());
      awaitHead(exchange);
      answered = true;
      return exchange;
    } catch (IOException e) {
      throw ModelFailures.of(e);
    } finally {
      if (!answered) {
        exchange.close();
      }
    }
  }

  /**
   * A kept connection that the other side closed in the meantime shows by failing at once, before a
   * byte has come; that is tried again on a fresh one.
   */
  private void awaitHead(ModelExchange exchange) throws IOException {
    long start = System.nanoTime();
    try {
      exchange.awaitHead(http);
    } catch (IOException e) {
      if (!exchange.tookKeptConnection() || !looksStale(e, System.nanoTime() - start)) {
        throw e;
      }
      connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
      exchange.awaitHead(http);
    }
  }

  private static boolean looksStale(IOException e, long nanos) {
    boolean gone = e instanceof NoHttpResponseException || e instanceof SocketException;
    return gone && nanos < STALE_WITHIN.toNanos();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "wenshu-llm-clock");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    closed = true;
    try {
      open.forEach(exchange -> exchange.end(ModelFailures::cut));
    } finally {
      http.close(CloseMode.IMMEDIATE);
      clock.shutdownNow();
    }
  }

  /** Tells the exchange that it is connected. */
  private static final class Sending extends HttpRequestExecutor {
    @Override
    public ClassicHttpResponse execute(
        ClassicHttpRequest request,
        HttpClientConnection connection,
        HttpResponseInformationCallback information,
        HttpContext context)
        throws IOException, HttpException {
      ModelExchange.ofThread().sending();
      return super.execute(request, connection, information, context);
    }
  }
}
