package org.wenshu.client.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.wenshu.client.ClientConfig;
import org.wenshu.client.RequestTimeoutException;
import org.wenshu.client.WenshuException;
import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.gateway.call.SourcePublisher;
import org.wenshu.client.gateway.error.GatewayErrors;
import org.wenshu.client.json.Json;
import org.wenshu.client.transport.Transport;
import org.wenshu.client.transport.Watchdog;

/**
 * Carries bodies of any length over HTTP, in constant memory: a piece is read or taken when the one
 * before it has gone. The time limit for answers starts anew with each piece, and does not run
 * while a stream of the caller is at work; when that fails, the transfer fails with {@link
 * UncheckedIOException}. Safe for many threads.
 */
public final class ByteTransport {
  private final Transport transport;
  private final ClientConfig config;
  private final Duration limit;

  /** Bodies to and from the server that the transport is configured for. */
  public ByteTransport(Transport transport) {
    this.transport = transport;
    this.config = transport.config();
    this.limit = config.timeouts().answer();
  }

  /**
   * Posts what a stream holds, which is read by the client's threads and not closed.
   *
   * @param length its length, or less than 1 where that is not known
   * @return done when the server has taken all
   */
  public CompletableFuture<Void> upload(String path, InputStream from, long length) {
    return exchange(
        path,
        (request, watchdog) -> {
          SourcePublisher<ByteBuffer> pieces =
              new SourcePublisher<>(() -> new StreamSource(from, watchdog, limit));
          request.header("Content-Type", "application/octet-stream");
          return request.POST(
              length < 1
                  ? BodyPublishers.fromPublisher(pieces)
                  : BodyPublishers.fromPublisher(pieces, length));
        },
        watchdog -> BodySubscribers.replacing(null));
  }

  /**
   * Writes what a resource holds to a stream, which is not closed.
   *
   * @return its length
   */
  public CompletableFuture<Long> download(String path, OutputStream to) {
    return exchange(
        path,
        (request, watchdog) -> request.GET(),
        watchdog -> new StreamSink(to, watchdog, limit));
  }

  private <T> CompletableFuture<T> exchange(String path, Asking asking, Taking<T> taking) {
    URI address = config.resource(path);
    CompletableFuture<T> result = new CompletableFuture<>();
    Watchdog watchdog =
        transport
            .watchdogs()
            .watchdog(
                () -> result.completeExceptionally(new RequestTimeoutException("answer", limit)));
    Answers.whenDone(result, (done, failure) -> watchdog.stop());
    watchdog.watch(limit);
    Answers.whenDone(
        Answers.supply(config.token()::token, transport.executor())
            .thenCompose(
                token -> {
                  HttpRequest.Builder request = RestTransport.request(config, address, token);
                  return send(asking.complete(request, watchdog).build(), taking, watchdog, result);
                }),
        (response, failure) -> {
          if (failure == null) {
            result.complete(response.body());
          } else {
            result.completeExceptionally(own(address, failure));
          }
        });
    return result;
  }

  private <T> CompletableFuture<HttpResponse<T>> send(
      HttpRequest request, Taking<T> taking, Watchdog watchdog, CompletableFuture<T> result) {
    CompletableFuture<HttpResponse<T>> running =
        transport
            .http()
            .sendAsync(
                request,
                head ->
                    head.statusCode() == 200
                        ? taking.subscriber(watchdog)
                        : BodySubscribers.mapping(
                            BodySubscribers.ofString(StandardCharsets.UTF_8),
                            text -> {
                              throw refused(head.statusCode(), text);
                            }));
    Answers.whenDone(
        result,
        (done, failure) -> {
          if (failure != null) {
            running.cancel(true);
          }
        });
    return running.copy();
  }

  /** The server's own words where it has some. */
  private static WenshuException refused(int status, String text) {
    return Json.object(text)
        .map(answer -> answer.path("error"))
        .filter(JsonNode::isObject)
        .<WenshuException>map(GatewayErrors::of)
        .orElseGet(() -> new StatusException(status));
  }

  private RuntimeException own(URI address, Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof UncheckedIOException || each instanceof WenshuException) {
        return (RuntimeException) each;
      }
    }
    return RestFailures.of(address, config.timeouts(), failure);
  }

  /** What is asked. */
  @FunctionalInterface
  private interface Asking {
    HttpRequest.Builder complete(HttpRequest.Builder request, Watchdog watchdog);
  }

  /** What takes the answer. */
  @FunctionalInterface
  private interface Taking<T> {
    BodySubscriber<T> subscriber(Watchdog watchdog);
  }
}
