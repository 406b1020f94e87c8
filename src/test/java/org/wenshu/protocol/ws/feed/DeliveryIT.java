package org.wenshu.protocol.ws.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wenshu.WenshuDeployment;
import org.wenshu.protocol.ws.InContainerSession;

/** What clients of the feed may ask for beyond plain messages, and where else it listens. */
class DeliveryIT extends WenshuDeployment {
  private static final Duration WITHIN = Duration.ofSeconds(1);

  private static void bring(String symbol, int... prices) {
    List<String> items =
        IntStream.of(prices)
            .mapToObj(price -> "{'symbol':'" + symbol + "','price':" + price + "}")
            .toList();
    assertThat(FeedSocket.bring(items.toString()).statusCode()).isEqualTo(202);
  }

  private static String subscribe(String symbol, String more) {
    return "{'type':'subscribe','id':'d','symbols':['%s'],'data_types':['price']%s}"
        .formatted(symbol, more);
  }

  /** So many messages, in as many batches as the server needs where it is slow. */
  private static List<JsonNode> gathered(FeedSocket socket, int count) throws InterruptedException {
    List<JsonNode> messages = new ArrayList<>();
    while (messages.size() < count) {
      JsonNode batch = socket.next("batch");
      assertThat(batch.path("count").asInt()).isEqualTo(batch.path("messages").size());
      batch.path("messages").forEach(messages::add);
    }
    return messages;
  }

  @Test
  void gathersMessagesWhereThatIsAskedFor() throws InterruptedException {
    bring("BATCH", 1);
    try (FeedSocket socket = FeedSocket.open()) {
      socket.send(subscribe("BATCH", ",'batch':true,'snapshot':false"));
      socket.next("subscription_response");
      bring("BATCH", 2, 3, 4);
      List<JsonNode> messages = gathered(socket, 3);
      assertThat(messages)
          .extracting(message -> message.path("price").asInt())
          .containsExactly(2, 3, 4);
      assertThat(messages.get(0).path("type").asText()).isEqualTo("data");
    }
  }

  @Test
  void compressesLongMessagesWhereThatIsAskedFor() throws InterruptedException {
    bring("ZIPPED", 1);
    String path = "/ws?batch=1&compression=gzip";
    try (FeedSocket socket = FeedSocket.open(path, InContainerSession.TOKEN)) {
      socket.send(subscribe("ZIPPED", ",'snapshot':false"));
      socket.next("subscription_response");
      bring("ZIPPED", IntStream.rangeClosed(1, 90).toArray());
      assertThat(gathered(socket, 90).get(0).path("symbol").asText()).isEqualTo("ZIPPED");
      assertThat(socket.hasUnzipped()).isTrue();
    }
  }

  @Test
  void sendsOnceMoreWhatNobodyAcknowledged() throws InterruptedException {
    bring("ACKED", 1);
    try (FeedSocket socket = FeedSocket.open()) {
      socket.send(subscribe("ACKED", ",'ack':true"));
      String first = socket.next("data").path("message_id").asText();
      socket.send("{'type':'ack','message_id':'" + first + "'}");
      bring("ACKED", 2);
      JsonNode second = socket.next("data");
      JsonNode again = socket.next("data");
      assertThat(again.path("redelivered").asBoolean()).isTrue();
      assertThat(again.path("seq")).isEqualTo(second.path("seq"));
      socket.send(
          "{'type':'ack','symbol':'ACKED','data_type':'price','seq':" + again.path("seq") + "}");
      assertThat(socket.nextWithin(WITHIN)).isNull();
    }
  }

  @Test
  void listensAtTheRootBesideThePage() throws InterruptedException {
    HttpResponse<String> page = FeedSocket.request("GET", "/", InContainerSession.TOKEN, "");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<html");
    try (FeedSocket socket = FeedSocket.open("/", InContainerSession.TOKEN)) {
      socket.send("{'type':'ping','timestamp':1}");
      assertThat(socket.next().path("type").asText()).as("no greeting").isEqualTo("pong");
    }
  }
}
