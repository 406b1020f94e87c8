package org.wenshu.feed.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wenshu.feed.Channel;
import org.wenshu.feed.FeedConfig;
import org.wenshu.feed.FeedHub;
import org.wenshu.feed.Field;
import org.wenshu.feed.Tick;
import org.wenshu.feed.TopicKey;

class IngestTest {
  private final FeedHub hub = new FeedHub(FeedConfig.defaults(), Clock.systemUTC());
  private final Ingest ingest = new Ingest(hub, new SourceState(), Clock.systemUTC());
  private final List<String> told = new ArrayList<>();

  IngestTest() {
    hub.join(
        TopicKey.of("AAPL", Channel.PRICE),
        (update, snapshot) -> told.add(update.members().get("price").toString()),
        false);
  }

  private static JsonNode items(String json) throws JsonProcessingException {
    return JsonMapper.builder().build().readTree(json.replace('\'', '"'));
  }

  private static String item(int seq, String price) {
    return "{'symbol':'AAPL','seq':" + seq + ",'price':" + price + "}";
  }

  private Ingest.Outcome bring(String... items) throws JsonProcessingException {
    return ingest.accept(items("[" + String.join(",", items) + "]"));
  }

  @Test
  void takesWhatIsBroughtTwiceOnce() throws Exception {
    bring(item(1, "10"), item(2, "11"));
    Ingest.Outcome again = bring(item(1, "10"), item(2, "11"), item(3, "12"));
    assertThat(again.accepted()).isEqualTo(3);
    assertThat(told).containsExactly("10", "11", "12");
  }

  @Test
  void takesWhatWasRefusedBeforeUnderTheSameNumber() throws Exception {
    assertThat(bring(item(1, "-1")).rejected())
        .extracting(Ingest.Rejected::code)
        .containsExactly("INVALID_FIELD");
    assertThat(bring(item(1, "10")).accepted()).isEqualTo(1);
    assertThat(told).containsExactly("10");
  }

  @Test
  void namesEachItemItRefusesByItsPlace() throws Exception {
    Ingest.Outcome outcome =
        bring(
            "{'symbol':'?','price':1}",
            "{'symbol':'AAPL','price':'cheap'}",
            "{'symbol':'AAPL','price':1,'source':'simulator'}",
            "{'symbol':'AAPL'}",
            "{'symbol':'AAPL','price':7}");
    assertThat(outcome.accepted()).isEqualTo(1);
    assertThat(outcome.rejected())
        .extracting(one -> one.index() + " " + one.code() + " " + one.message())
        .containsExactly(
            "0 INVALID_SYMBOL 无效的股票代码: ?",
            "1 INVALID_FIELD 消息格式错误: price",
            "2 INVALID_FIELD 消息格式错误: source",
            "3 MISSING_FIELD 消息格式错误: price");
    assertThat(told).containsExactly("7");
  }

  @Test
  void takesNoMoreThanItMay() throws Exception {
    List<String> items = new ArrayList<>();
    for (int i = 1; i <= Ingest.MAX_ITEMS + 2; i++) {
      items.add(item(i, "1"));
    }
    Ingest.Outcome outcome = bring(items.toArray(String[]::new));
    assertThat(outcome.accepted()).isEqualTo(Ingest.MAX_ITEMS);
    assertThat(outcome.rejected()).extracting(Ingest.Rejected::index).containsExactly(1_000, 1_001);
  }

  @Test
  void leavesTellingToTheTableThatKeeps() throws Exception {
    List<Tick> kept = new ArrayList<>();
    ingest.keepIn(
        ticks -> {
          kept.addAll(ticks);
          return Set.of();
        });
    assertThat(bring(item(1, "10"), item(1, "10"), item(2, "0")).accepted()).isEqualTo(2);
    assertThat(bring(item(1, "10"), item(2, "11")).accepted()).isEqualTo(2);
    assertThat(kept)
        .extracting(tick -> tick.numbers().get(Field.PRICE).toString())
        .containsExactly("10", "11");
    assertThat(told).isEmpty();
  }

  @Test
  void acceptsNothingThatIsNotKept() throws Exception {
    ingest.keepIn(
        ticks -> {
          throw new SourceException("The table of the feed cannot be written");
        });
    assertThatThrownBy(() -> bring(item(1, "10"))).isInstanceOf(SourceException.class);
    List<Tick> kept = new ArrayList<>();
    ingest.keepIn(
        ticks -> {
          kept.addAll(ticks);
          return Set.of(0);
        });
    Ingest.Outcome outcome = bring(item(1, "10"), item(2, "11"));
    assertThat(kept).as("its number was not known for all that").hasSize(2);
    assertThat(outcome.rejected())
        .extracting(Ingest.Rejected::index, Ingest.Rejected::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(0, "INVALID_FIELD"));
  }
}
