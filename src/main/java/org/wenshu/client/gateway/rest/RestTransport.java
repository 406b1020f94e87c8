package org.wenshu.client.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.wenshu.client.ClientConfig;
import org.wenshu.client.ProtocolException;
import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.gateway.call.Call;
import org.wenshu.client.gateway.call.CallTransport;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.Route;
import org.wenshu.client.gateway.call.Source;
import org.wenshu.client.gateway.call.StreamCall;
import org.wenshu.client.gateway.error.GatewayErrors;
import org.wenshu.client.transport.Transport;

/**
 * Calls over HTTP, on the client's one HTTP client. An answer that could come in chunks comes as
 * one. Safe for many threads.
 */
public final class RestTransport implements CallTransport {
  private final Transport transport;
  private final ClientConfig config;

  /** Calls of the server that the transport is configured for. */
  public RestTransport(Transport transport) {
    this.transport = transport;
    this.config = transport.config();
  }

  @Override
  public <T> CompletableFuture<T> start(Call<T> call) {
    return Answers.map(post(call.route(), call.body()), call.reader()::read);
  }

  @Override
  public <C> Source<C> open(StreamCall<C> call) {
    return new SingleChunk<>(
        () -> Answers.map(post(call.route(), call.body()), call.whole()::read));
  }

  /**
   * Fetches a text.
   *
   * @return fails with {@link org.wenshu.client.ConnectionException}, or with {@link
   *     ProtocolException} if the status is not 200
   */
  public CompletableFuture<String> get(String path) {
    return send(config.resource(path), HttpRequest.Builder::GET);
  }

  private CompletableFuture<JsonNode> post(Route route, JsonNode body) {
    String text = GatewayJson.write(body);
    CompletableFuture<String> sent =
        send(
            config.resource(route.path()),
            request ->
                request
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(text)));
    return Answers.map(sent, RestTransport::answer);
  }

  private static JsonNode answer(String text) {
    JsonNode answer = GatewayJson.parse(text, "The answer");
    if (!answer.isObject()) {
      throw new ProtocolException("The answer is no object", null);
    }
    Optional<JsonNode> error = GatewayJson.optional(answer, "error");
    if (error.isPresent()) {
      throw GatewayErrors.of(error.get());
    }
    return answer;
  }

  /** Asking for a token may block, so that is left to a thread of the client. */
  private CompletableFuture<String> send(URI address, RequestPart part) {
    CompletableFuture<String> result = new CompletableFuture<>();
    CompletableFuture<Optional<String>> token =
        Answers.supply(config.token()::token, transport.executor());
    Answers.whenDone(
        token.thenCompose(known -> exchange(address, part, known, result)),
        (response, failure) -> {
          if (failure != null) {
            result.completeExceptionally(RestFailures.of(address, config.timeouts(), failure));
          } else if (response.statusCode() != 200) {
            result.completeExceptionally(new StatusException(response.statusCode()));
          } else {
            result.complete(response.body());
          }
        });
    return result;
  }

  private CompletableFuture<HttpResponse<String>> exchange(
      URI address, RequestPart part, Optional<String> token, CompletableFuture<String> result) {
    HttpRequest.Builder request = request(config, address, token);
    request.timeout(config.timeouts().answer());
    CompletableFuture<HttpResponse<String>> running =
        transport
            .http()
            .sendAsync(
                part.complete(request).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    Answers.whenDone(
        result,
        (done, failure) -> {
          if (failure != null) {
            running.cancel(true);
          }
        });
    // The timeout of the request ends with the headers; the body must not hang either.
    return running.copy().orTimeout(config.timeouts().answer().toNanos(), TimeUnit.NANOSECONDS);
  }

  /** What all requests have. */
  static HttpRequest.Builder request(ClientConfig config, URI address, Optional<String> token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    request.header("Accept-Language", config.locale().toLanguageTag());
    token.ifPresent(shown -> request.header("Authorization", "Bearer " + shown));
    return request;
  }

  /** What differs between requests. */
  @FunctionalInterface
  private interface RequestPart {
    HttpRequest.Builder complete(HttpRequest.Builder request);
  }
}
