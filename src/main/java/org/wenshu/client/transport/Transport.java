package org.wenshu.client.transport;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.wenshu.client.ClientClosedException;
import org.wenshu.client.ClientConfig;

/**
 * What all doors of one client share: the JDK's HTTP client, a few threads for what arrives and one
 * for timers, whatever the number of sockets. All threads are daemons. Safe for any thread; {@link
 * #close} ends every socket that was opened here.
 */
public final class Transport implements AutoCloseable {
  private static final long THREAD_IDLE_SECONDS = 5;

  private final ClientConfig config;

  /** Let go of at the end, because its own thread lives for as long as anybody holds it. */
  private final AtomicReference<HttpClient> http = new AtomicReference<>();

  /** To connect, each over within the time for that. */
  private final Map<Inbox, CompletableFuture<?>> attempts = new ConcurrentHashMap<>();

  private final Executor executor;
  private final ThreadPoolExecutor ownThreads;
  private final ScheduledThreadPoolExecutor timers;
  private final Watchdogs watchdogs;
  private final Set<TextSocket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  private Transport(Builder builder) {
    config = builder.config;
    ownThreads = builder.executor == null ? threads() : null;
    executor = builder.executor == null ? ownThreads : builder.executor;
    timers = new ScheduledThreadPoolExecutor(1, named("wenshu-client-timer"));
    timers.setRemoveOnCancelPolicy(true);
    watchdogs = new Watchdogs(timers);
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(config.timeouts().connect())
            .executor(executor);
    if (builder.tls != null) {
      client.sslContext(builder.tls);
    }
    http.set(client.build());
  }

  /** With threads of its own and the JDK's trust store. */
  public static Transport of(ClientConfig config) {
    return builder(config).build();
  }

  /** For those who bring an executor or a trust store. */
  public static Builder builder(ClientConfig config) {
    return new Builder(config);
  }

  /** What was configured. */
  public ClientConfig config() {
    return config;
  }

  /** For plain requests; HTTP/1.1, with the configured time to connect. */
  public HttpClient http() {
    HttpClient client = http.get();
    if (client == null) {
      throw new ClientClosedException();
    }
    return client;
  }

  /** Where what arrives is handled; must not be blocked for long. */
  public Executor executor() {
    return executor;
  }

  /** For whatever must happen within a time. */
  public Watchdogs watchdogs() {
    return watchdogs;
  }

  /** For what is due later; one thread, so tasks only hand on. */
  public ScheduledExecutorService timers() {
    return timers;
  }

  /**
   * Opens a socket. Nothing is handed to the listener before {@link TextSocket#request} is called.
   * A stage that was cancelled or timed out by the caller leaves no socket behind.
   *
   * @return fails with one of {@code ConnectionRefusedException}, {@code
   *     HandshakeRefusedException}, {@code RequestTimeoutException} or {@code
   *     ClientClosedException}
   */
  public CompletableFuture<TextSocket> connect(
      URI address, Map<String, String> headers, SocketListener listener) {
    return connect(address, headers, List.of(), listener);
  }

  /**
   * The same, offering sub-protocols, of which the server may choose one: {@link
   * TextSocket#subprotocol}.
   */
  public CompletableFuture<TextSocket> connect(
      URI address,
      Map<String, String> headers,
      List<String> subprotocols,
      SocketListener listener) {
    if (closed) {
      return CompletableFuture.failedFuture(new ClientClosedException());
    }
    CompletableFuture<TextSocket> result = new CompletableFuture<>();
    CompletableFuture<TextSocket> owner = new CompletableFuture<>();
    Inbox inbox = new Inbox(listener, config.maxMessageChars(), end -> owner.join().ended(end));
    CompletableFuture<?> attempt;
    synchronized (attempts) {
      HttpClient client = http.get();
      if (client == null) {
        return CompletableFuture.failedFuture(new ClientClosedException());
      }
      attempt =
          builder(client, headers, subprotocols)
              .buildAsync(address, inbox)
              .whenComplete(
                  (socket, failure) -> {
                    if (failure == null) {
                      opened(socket, inbox, owner, result);
                    } else {
                      result.completeExceptionally(
                          Failures.ofConnecting(address, config.timeouts().connect(), failure));
                    }
                  });
      attempts.put(inbox, attempt);
    }
    var unused = attempt.whenComplete((socket, failure) -> attempts.remove(inbox));
    return result;
  }

  private WebSocket.Builder builder(
      HttpClient client, Map<String, String> headers, List<String> subprotocols) {
    WebSocket.Builder builder =
        client.newWebSocketBuilder().connectTimeout(config.timeouts().connect());
    headers.forEach(builder::header);
    if (!subprotocols.isEmpty()) {
      List<String> others = subprotocols.subList(1, subprotocols.size());
      builder.subprotocols(subprotocols.get(0), others.toArray(String[]::new));
    }
    return builder;
  }

  private void opened(
      WebSocket socket,
      Inbox inbox,
      CompletableFuture<TextSocket> owner,
      CompletableFuture<TextSocket> result) {
    TextSocket own;
    try {
      own = new TextSocket(socket, inbox, config.timeouts(), timers);
    } catch (RejectedExecutionException over) {
      socket.abort();
      result.completeExceptionally(new ClientClosedException());
      return;
    }
    owner.complete(own);
    open.add(own);
    own.closed().thenRun(() -> open.remove(own));
    inbox.start(own, socket);
    if (closed || !result.complete(own)) {
      own.abort("no longer wanted");
      result.completeExceptionally(new ClientClosedException());
    }
  }

  /** Closes every socket, waits for their ends as long as is configured, and ends the threads. */
  @Override
  public void close() {
    closed = true;
    CompletionStage<?>[] ends =
        open.stream().map(socket -> socket.close(1000, "")).toArray(CompletionStage<?>[]::new);
    CompletableFuture<?>[] futures = new CompletableFuture<?>[ends.length];
    for (int i = 0; i < ends.length; i++) {
      futures[i] = ends[i].toCompletableFuture();
    }
    try {
      long limit = config.timeouts().close().toMillis();
      CompletableFuture.allOf(futures).get(limit, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | java.util.concurrent.ExecutionException late) {
      open.forEach(socket -> socket.abort("the client is closed"));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      open.forEach(socket -> socket.abort("the client is closed"));
    }
    CompletableFuture<?> lastAttempt;
    synchronized (attempts) {
      http.set(null);
      lastAttempt = CompletableFuture.allOf(attempts.values().toArray(CompletableFuture[]::new));
    }
    timers.shutdownNow();
    if (ownThreads != null) {
      // An attempt that finds no thread to go on with would keep its socket for good.
      var unused = lastAttempt.whenComplete((done, failure) -> ownThreads.shutdown());
    }
  }

  private static ThreadPoolExecutor threads() {
    int most = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            most,
            most,
            THREAD_IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            named("wenshu-client"));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Collects what a transport may be given. */
  public static final class Builder {
    private final ClientConfig config;
    private Executor executor;
    private SSLContext tls;

    private Builder(ClientConfig config) {
      this.config = config;
    }

    /** Handles what arrives on these threads; they are not ended by {@link Transport#close}. */
    public Builder executor(Executor threads) {
      executor = threads;
      return this;
    }

    /** Trusts what this context trusts. */
    public Builder tls(SSLContext context) {
      tls = context;
      return this;
    }

    /** The transport. */
    public Transport build() {
      return new Transport(this);
    }
  }
}
