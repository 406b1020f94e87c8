package org.wenshu.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.Closer;
import org.wenshu.error.WenshuException;
import org.wenshu.question.BusyThread;
import org.wenshu.question.Cancellation;

/**
 * One HTTP exchange with a model. A cancellation aborts it at once, whatever it waits for, and so
 * does the end of its time; closing it before the body was read to its end drops the connection.
 * Confined to the calling thread, but for its end.
 */
final class ModelExchange implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ModelExchange.class.getName());
  private static final Duration EXCERPT_WAIT = Duration.ofMillis(500);
  private static final Duration TRAILER_WAIT = Duration.ofMillis(50);
  private static final int EXCERPT_BYTES = 2_000;
  private static final int PART_BYTES = 8_192;

  private static final ThreadLocal<ModelExchange> OF_THREAD = new ThreadLocal<>();

  private final HttpPost request;
  private final Cancellation cancellation;
  private final ScheduledExecutorService clock;
  private final Set<ModelExchange> open;
  private final Cancellation.Registration registration;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile Function<Throwable, WenshuException> reason;
  private Optional<Socket> connecting = Optional.empty();
  private boolean fresh;
  private Future<?> timer = CompletableFuture.completedFuture(null);
  private ClassicHttpResponse response;
  private InputStream body;

  /** Nothing is sent yet; it is among the open ones until it is closed. */
  ModelExchange(
      HttpPost request,
      Cancellation cancellation,
      ScheduledExecutorService clock,
      Set<ModelExchange> open) {
    this.request = request;
    this.cancellation = cancellation;
    this.clock = clock;
    this.open = open;
    open.add(this);
    this.registration = cancellation.onCancel(this::abort);
  }

  /** The exchange that this thread waits for the head of. */
  static ModelExchange ofThread() {
    return OF_THREAD.get();
  }

  /** Has it fail with MODEL_TIMED_OUT when that much time has passed, whatever was said before. */
  void endWithin(Duration time) {
    timer.cancel(false);
    timer =
        clock.schedule(() -> end(ModelFailures::timedOut), time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Aborts it; whoever waits for it fails with that. Neither blocks nor throws. */
  void end(Function<Throwable, WenshuException> failure) {
    reason = failure;
    abort();
  }

  private void abort() {
    ended.complete(null);
    disconnect();
    drop();
  }

  private void drop() {
    try {
      request.cancel();
    } catch (IllegalStateException closed) {
      LOG.log(Level.FINEST, "The pool was closed meanwhile, and its connections with it", closed);
    }
  }

  /**
   * Takes the socket that is about to be connected for it. Cancelling the request can miss that one
   * when it comes at the wrong moment, and nothing would close it any more.
   */
  synchronized Socket connecting(Socket socket) {
    connecting = Optional.of(socket);
    fresh = true;
    if (ended.isDone()) {
      disconnect();
    }
    return socket;
  }

  /**
   * It is about to be sent: from now on the socket is the pool's, which may hand it to another
   * exchange as soon as the answer is here.
   */
  synchronized void sending() {
    connecting = Optional.empty();
  }

  /** Whether the last attempt took a connection that was kept from an earlier exchange. */
  synchronized boolean tookKeptConnection() {
    return !fresh;
  }

  private synchronized void begin() {
    fresh = false;
  }

  private synchronized void disconnect() {
    connecting.ifPresent(Closer::closeQuietly);
  }

  /** Sends the request and waits for the head of the response. */
  void awaitHead(HttpClient http) throws IOException {
    BusyThread.waits();
    OF_THREAD.set(this);
    begin();
    try {
      request.reset();
      if (ended.isDone()) {
        request.cancel();
      }
      response = http.executeOpen(null, request, null);
      HttpEntity entity = response.getEntity();
      body = entity == null ? InputStream.nullInputStream() : entity.getContent();
    } catch (IOException | RuntimeException e) {
      throw explained(e);
    } finally {
      OF_THREAD.remove();
    }
  }

  /** Waits for what cannot be aborted; false when the exchange ends before. */
  boolean await(CompletableFuture<?> something) {
    try {
      CompletableFuture.anyOf(something, ended).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      LOG.log(Level.FINEST, "It failed, which the one who waits for it says", e);
    }
    return something.isDone();
  }

  int status() {
    return response.getCode();
  }

  /** The media type as it was sent, or nothing. */
  String contentType() {
    Header type = response.getFirstHeader("content-type");
    return type == null ? "" : type.getValue();
  }

  /** Waits for more of the body: how many bytes have come, -1 at its end. */
  int read(byte[] part) throws IOException {
    try {
      return body.read(part);
    } catch (IOException | RuntimeException e) {
      throw explained(e);
    }
  }

  /** The last event is read; takes the few bytes behind it, so that the connection can be kept. */
  void finish() {
    endWithin(TRAILER_WAIT);
    byte[] part = new byte[PART_BYTES];
    try {
      while (body.read(part) >= 0) {
        // nothing of interest comes behind the last event
      }
    } catch (IOException | IllegalStateException stillOpen) {
      LOG.log(Level.FINEST, "The model keeps the stream open behind its end", stillOpen);
    }
  }

  /** The whole body of an answer that is no stream; longer ones than that are refused. */
  byte[] bytes(int most) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] part = new byte[PART_BYTES];
    for (int read = read(part); read >= 0; read = read(part)) {
      all.write(part, 0, read);
      if (all.size() > most) {
        throw ModelFailures.notAnAnswer(null);
      }
    }
    return all.toByteArray();
  }

  /** The beginning of a body that is no stream, for the log. */
  String excerpt() {
    endWithin(EXCERPT_WAIT);
    byte[] head = new byte[EXCERPT_BYTES];
    int size = 0;
    try {
      size = body.readNBytes(head, 0, head.length);
    } catch (IOException incomplete) {
      LOG.log(Level.FINEST, "The error body is incomplete", incomplete);
    }
    return new String(head, 0, size, UTF_8).replaceAll("\\s+", " ");
  }

  /** What it means to the one who waited that this went wrong. */
  private IOException explained(Exception e) {
    cancellation.check();
    Function<Throwable, WenshuException> failure = reason;
    if (failure != null) {
      throw failure.apply(e);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw ModelFailures.cut(e);
    }
    if (e instanceof RuntimeException unexpected) {
      throw unexpected;
    }
    return (IOException) e;
  }

  /** Never reads what is left of the body, as closing the response would. */
  @Override
  public void close() {
    timer.cancel(false);
    registration.close();
    drop();
    open.remove(this);
  }
}
