package org.wenshu.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLException;
import org.wenshu.error.WenshuException;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

/**
 * One HTTP exchange with a model. A cancellation aborts it at once, whatever it waits for; closing
 * it before the body was read to its end drops the connection. Confined to the calling thread.
 */
final class ModelExchange implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ModelExchange.class.getName());
  private static final Duration STALE_WITHIN = Duration.ofMillis(500);
  private static final Duration EXCERPT_WAIT = Duration.ofMillis(500);
  private static final Duration TRAILER_WAIT = Duration.ofMillis(50);
  private static final int EXCERPT_BYTES = 2_000;

  private final ResponseBody body = new ResponseBody();
  private final CompletableFuture<HttpResponse<ResponseBody>> sent;
  private final Cancellation.Registration registration;
  private boolean complete;

  private ModelExchange(HttpClient http, HttpRequest request, Cancellation cancellation) {
    this.sent = http.sendAsync(request, head -> body);
    this.registration = cancellation.onCancel(this::abort);
  }

  /**
   * Sends the request and waits for the head of the response. A kept connection that the other side
   * closed in the meantime shows by failing at once, before a byte has come; that is tried again on
   * a fresh one.
   */
  static ModelExchange send(
      HttpClient http, HttpRequest request, Deadline deadline, Cancellation cancellation)
      throws InterruptedException {
    long start = System.nanoTime();
    try {
      return attempt(http, request, deadline, cancellation);
    } catch (IOException e) {
      if (!looksStale(e, System.nanoTime() - start)) {
        throw ModelFailures.of(e);
      }
    }
    try {
      return attempt(http, request, deadline, cancellation);
    } catch (IOException e) {
      throw ModelFailures.of(e);
    }
  }

  private static ModelExchange attempt(
      HttpClient http, HttpRequest request, Deadline deadline, Cancellation cancellation)
      throws IOException, InterruptedException {
    ModelExchange exchange = new ModelExchange(http, request, cancellation);
    boolean open = false;
    try {
      exchange.awaitHead(deadline);
      open = true;
      return exchange;
    } finally {
      if (!open) {
        exchange.close();
      }
    }
  }

  private static boolean looksStale(IOException e, long nanos) {
    boolean neverSent =
        e instanceof ConnectException
            || e instanceof HttpTimeoutException
            || e instanceof SSLException;
    return !neverSent && nanos < STALE_WITHIN.toNanos();
  }

  private void awaitHead(Deadline deadline) throws IOException, InterruptedException {
    try {
      sent.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw ModelFailures.timedOut(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  HttpResponse<ResponseBody> response() {
    return sent.join();
  }

  EventReader events() {
    return new EventReader(body);
  }

  /** The last event is read; takes the few bytes behind it, so that the connection can be kept. */
  void finish() throws InterruptedException {
    Deadline soon = Deadline.after(TRAILER_WAIT);
    try {
      while (body.next(soon) != null) {
        // nothing of interest comes behind the last event
      }
      complete = true;
    } catch (IOException | WenshuException stillOpen) {
      LOG.log(Level.FINEST, "The model keeps the stream open behind its end", stillOpen);
    }
  }

  /** The whole body of an answer that is no stream; longer ones than that are refused. */
  byte[] bytes(Deadline deadline, int most) throws IOException, InterruptedException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (List<ByteBuffer> part = body.next(deadline); part != null; part = body.next(deadline)) {
      part.forEach(buffer -> all.writeBytes(bytesOf(buffer)));
      if (all.size() > most) {
        throw ModelFailures.notAnAnswer(null);
      }
    }
    complete = true;
    return all.toByteArray();
  }

  /** The beginning of a body that is no stream, for the log. */
  String excerpt() throws InterruptedException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    Deadline soon = Deadline.after(EXCERPT_WAIT);
    try {
      for (List<ByteBuffer> part = body.next(soon);
          part != null && head.size() < EXCERPT_BYTES;
          part = body.next(soon)) {
        part.forEach(buffer -> head.writeBytes(bytesOf(buffer)));
      }
    } catch (IOException | WenshuException incomplete) {
      LOG.log(Level.FINEST, "The error body is incomplete", incomplete);
    }
    String text = head.toString(UTF_8).replaceAll("\\s+", " ");
    return text.substring(0, Math.min(text.length(), EXCERPT_BYTES));
  }

  private static byte[] bytesOf(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private void abort() {
    sent.cancel(true);
    body.abort();
  }

  @Override
  public void close() {
    registration.close();
    if (!complete) {
      abort();
    }
  }
}
