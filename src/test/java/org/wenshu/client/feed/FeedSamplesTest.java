package org.wenshu.client.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.wenshu.client.Wenshu;

/** Every sample of the guide compiles, runs, and is the one that the guide shows. */
class FeedSamplesTest extends FeedClientTest {
  private final List<String> printed = new CopyOnWriteArrayList<>();
  private final FeedSamples samples = new FeedSamples(printed);

  private ScriptedFeed server() {
    return keep(ScriptedFeed.answering(FeedSamplesTest::answer));
  }

  private static void answer(ScriptedFeed.Peer peer, JsonNode message) throws IOException {
    String id = message.path("id").asText();
    if (!message.path("type").asText().equals("subscribe")) {
      ScriptedFeed.confirm(peer, message);
    } else if (message.has("query")) {
      peer.send(
          ("{'type':'live','id':'%s','kind':'answer','version':1,'sql':'','columns':['n'],"
                  + "'rows':[{'n':7}],'truncated':false}")
              .formatted(id));
    } else if (message.path("symbols").path(0).asText().equals("000001")) {
      peer.send(
          ("{'type':'error','code':'UNKNOWN_SYMBOL','message':'x','id':'%s',"
                  + "'suggestions':{'000001':['000001.SZ']}}")
              .formatted(id));
    } else {
      ScriptedFeed.confirm(peer, message);
      peer.price(id, "AAPL", "187.32");
    }
  }

  @Test
  void runsThoseWithStreams() throws Exception {
    ScriptedFeed server = server();
    samples.inALoop(server.address(), "token");
    Wenshu wenshu = keep(Wenshu.connect(server.address()));
    samples.anOpenQuestion(wenshu);
    List<MarketUpdate> taken = new CopyOnWriteArrayList<>();
    samples.asAPublisher(wenshu, new Taking(taken));
    Eventually.holds("an update", () -> taken.size() == 1);
    assertThat(printed).containsExactly("AAPL 187.32", "1: [{n=7}]");
  }

  @Test
  void runsThoseWithTheDocumentedClient() {
    ScriptedFeed server = server();
    samples.quickStart(server.url());
    samples.theDocumentedClient(server.url());
    samples.severalClients(server.url());
    WebSocketClient client = client(server);
    client.connect();
    samples.refusals(client);
    assertThat(printed)
        .contains("stocks connected", "futures connected")
        .contains("UNKNOWN_SYMBOL {000001=[000001.SZ]}");
  }

  @Test
  void areThoseThatTheGuideShows() throws IOException {
    String source =
        words(Files.readString(Path.of("src/test/java/org/wenshu/client/feed/FeedSamples.java")));
    String guide = Files.readString(Path.of("docs/client.md"));
    String section = guide.substring(guide.indexOf("\n## The feed\n") + 1);
    int next = section.indexOf("\n## ", 1);
    Matcher code =
        Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL)
            .matcher(next < 0 ? section : section.substring(0, next));
    int shown = 0;
    while (code.find()) {
      assertThat(source).contains(words(code.group(1)));
      shown++;
    }
    assertThat(shown).isEqualTo(7);
  }

  private static String words(String code) {
    return code.replaceAll("\\s+", " ").strip();
  }

  private record Taking(List<MarketUpdate> taken) implements Flow.Subscriber<MarketUpdate> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(MarketUpdate update) {
      taken.add(update);
    }

    @Override
    public void onError(Throwable why) {}

    @Override
    public void onComplete() {}
  }
}
