package org.wenshu.llm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An OpenAI-compatible model that says what a test tells it to: real HTTP and real server-sent
 * events on a free port of 127.0.0.1. Thread-safe.
 *
 * <pre>
 * server.when("多少用户", ModelScript.sql("SELECT nonsense"), ModelScript.sql("SELECT 1"));
 * server.otherwise(ModelScript.status(500));
 * </pre>
 */
public final class ScriptedModelServer implements AutoCloseable {
  private final ServerSocket listener;
  private final ExecutorService threads;
  private final Map<String, List<ModelScript>> scripts =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private final Map<String, AtomicInteger> played = new ConcurrentHashMap<>();
  private final List<ModelRequest> requests = new CopyOnWriteArrayList<>();
  private final BlockingQueue<ModelCall> calls = new LinkedBlockingQueue<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile ModelScript otherwise = ModelScript.status(404);

  private ScriptedModelServer(ServerSocket listener) {
    this.listener = listener;
    this.threads = Executors.newCachedThreadPool(ScriptedModelServer::daemon);
  }

  /** Starts a server. */
  public static ScriptedModelServer start() {
    return start(0);
  }

  /** Starts a server on that port, as if a dead model came back; 0 takes a free port. */
  @SuppressWarnings("FutureReturnValueIgnored") // the accept loop ends with the listener
  public static ScriptedModelServer start(int port) {
    try {
      ScriptedModelServer server =
          new ScriptedModelServer(new ServerSocket(port, 200, InetAddress.getLoopbackAddress()));
      server.threads.submit(server::accept);
      return server;
    } catch (IOException e) {
      throw new IllegalStateException("The scripted model cannot listen", e);
    }
  }

  /** What to configure as {@code wenshu.llm.base-url}. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + port() + "/v1");
  }

  /** The port it listens on. */
  public int port() {
    return listener.getLocalPort();
  }

  /**
   * How to behave when a user message contains this text: the first call plays the first script and
   * so on, every further call the last. The text registered last is looked at first.
   */
  public ScriptedModelServer when(String partOfQuestion, ModelScript... inOrder) {
    played.remove(partOfQuestion);
    scripts.remove(partOfQuestion);
    scripts.put(partOfQuestion, List.of(inOrder));
    return this;
  }

  /** How to behave when no text fits; without this the answer is 404. */
  public ScriptedModelServer otherwise(ModelScript script) {
    otherwise = script;
    return this;
  }

  /** Forgets scripts, requests and calls. */
  public void reset() {
    scripts.clear();
    played.clear();
    requests.clear();
    calls.clear();
    otherwise = ModelScript.status(404);
  }

  /** Every request since the start or the last reset. */
  public List<ModelRequest> requests() {
    return List.copyOf(requests);
  }

  /** How many connections are open. */
  public int connections() {
    return sockets.size();
  }

  /** The next call that nobody has taken yet; fails when none comes in that time. */
  public ModelCall nextCall(Duration atMost) throws InterruptedException {
    ModelCall call = calls.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    if (call == null) {
      throw new AssertionError("The model was not called within " + atMost);
    }
    return call;
  }

  /** Stops listening and drops every connection, as a model that dies does. */
  @Override
  public void close() {
    closeQuietly(listener);
    sockets.forEach(ScriptedModelServer::closeQuietly);
    threads.shutdownNow();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // connections end with their sockets
  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        threads.submit(() -> new ModelConnection(socket, this).serve());
      } catch (IOException e) {
        closeQuietly(listener);
      }
    }
  }

  ModelScript scriptFor(ModelRequest request) {
    String user = request.user();
    String fit = null;
    synchronized (scripts) {
      for (String part : scripts.keySet()) {
        fit = user.contains(part) ? part : fit;
      }
    }
    if (fit == null) {
      return otherwise;
    }
    List<ModelScript> inOrder = scripts.get(fit);
    int turn = played.computeIfAbsent(fit, f -> new AtomicInteger()).getAndIncrement();
    return inOrder.get(Math.min(turn, inOrder.size() - 1));
  }

  void called(ModelCall call) {
    requests.add(call.request());
    calls.add(call);
  }

  void closed(Socket socket) {
    sockets.remove(socket);
  }

  ExecutorService threads() {
    return threads;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "scripted-model");
    thread.setDaemon(true);
    return thread;
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception ignored) {
      // closing what is broken already
    }
  }
}
