package org.wenshu.client.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
  private final FrameReader reader = new FrameReader(1_000);

  private List<FeedMessage> messages(String json) {
    return reader.read(json.replace('\'', '"')).orElseThrow().messages();
  }

  private FeedMessage message(String json) {
    assertThat(messages(json)).hasSize(1);
    return messages(json).get(0);
  }

  @Test
  void leavesFlatDataAsItIs() {
    String text =
        "{\"type\":\"data\",\"data_type\":\"price\",\"price\":187.30,\"unheard\":{\"of\":1}}";
    FeedMessage message = message(text);
    assertThat(message.toString()).isEqualTo(text);
    assertThat(message.price().orElseThrow().toPlainString()).isEqualTo("187.30");
    assertThat(message.asMap()).containsEntry("unheard", Map.of("of", 1));
  }

  @ParameterizedTest
  @CsvSource({"market_data,quote", "kline_data,kline", "trade_data,trade", "depth_data,depth"})
  void laysEnvelopesFlat(String type, String dataType) {
    FeedMessage message =
        message(
            ("{'type':'%s','timestamp':'2025-01-15T09:30:00.123456','metadata':{},"
                    + "'data':{'subscription_id':'u','symbol':'X','volume':3}}")
                .formatted(type));
    assertThat(message.type()).isEqualTo("data");
    assertThat(message.dataType()).isEqualTo(dataType);
    assertThat(message.id()).isEqualTo("u");
    assertThat(message.symbol()).isEqualTo("X");
    assertThat(message.text("timestamp")).contains("2025-01-15T09:30:00.123456");
  }

  @Test
  void keepsTheSpellingThatAnEnvelopeNames() {
    assertThat(message("{'type':'depth_data','data':{'data_type':'orderbook'}}").dataType())
        .isEqualTo("orderbook");
  }

  @Test
  void readsCapitals() {
    FeedMessage message =
        message(
            "{'type':'DATA','data':{'symbol':'X','type':'price','price':{'price':1.5,'ts':7}}}");
    assertThat(message.dataType()).isEqualTo("price");
    assertThat(message.symbol()).isEqualTo("X");
    assertThat(message.price().orElseThrow()).isEqualByComparingTo("1.5");
  }

  @Test
  void takesBatchesApart() {
    assertThat(
            messages(
                "{'type':'batch','count':3,'messages':[{'type':'data','data_type':'price'},7,"
                    + "{'type':'trade_data','data':{}}]}"))
        .extracting(FeedMessage::dataType)
        .containsExactly("price", "trade");
    assertThat(messages("{'type':'batch'}")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "[1]", "7", "{", "{} {}", "null"})
  void findsNothingInWhatIsNoObject(String text) {
    assertThat(reader.read(text)).isEmpty();
  }

  @Test
  void readsBytesPlainAndCompressed() throws IOException {
    assertThat(reader.text("{\"类\":1}".getBytes(StandardCharsets.UTF_8))).isEqualTo("{\"类\":1}");
    assertThat(reader.text(HandlingTest.gzip("{\"类\":1}"))).isEqualTo("{\"类\":1}");
    assertThat(reader.text(HandlingTest.gzip("x".repeat(1_000)))).hasSize(1_000);
  }

  @Test
  void refusesWhatUnpacksToTooMuch() throws IOException {
    byte[] bomb = HandlingTest.gzip("x".repeat(1_001));
    assertThatThrownBy(() -> reader.text(bomb)).hasMessageContaining("longer than 1000 bytes");
  }
}
