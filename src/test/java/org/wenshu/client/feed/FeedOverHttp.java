package org.wenshu.client.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.wenshu.protocol.ws.InContainerSession;

/** What tests do to the server under test beside its sockets. */
final class FeedOverHttp {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private FeedOverHttp() {}

  static HttpResponse<String> post(String path, String token, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + InContainerSession.port() + path))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static void tick(String symbol, String price) {
    String item =
        "[{'symbol':'%s','price':%s,'last_volume':10,'bids':[[99.5,10]],'asks':[[100.5,7]]}]"
            .formatted(symbol, price);
    assertThat(post("/api/feed/ticks", InContainerSession.FEEDER, item).statusCode())
        .isEqualTo(202);
  }
}
