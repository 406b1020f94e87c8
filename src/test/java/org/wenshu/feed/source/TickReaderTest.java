package org.wenshu.feed.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.wenshu.feed.Book;
import org.wenshu.feed.Field;
import org.wenshu.feed.Tick;

class TickReaderTest {
  private static final Instant NOW = Instant.parse("2026-01-15T01:30:00.123Z");

  private final TickReader reader =
      new TickReader(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Asia/Shanghai"));

  private Tick read(String members) throws JsonProcessingException {
    String item = "{'symbol':' aapl ','price':1," + members + "}";
    return reader.read(JsonMapper.builder().build().readTree(item.replace('\'', '"')), "ingest");
  }

  @Test
  void readsTimesInEveryFormAndTakesNowWithoutOne() throws Exception {
    assertThat(read("'seq':1").time()).isEqualTo(NOW);
    assertThat(read("'timestamp':null").time()).isEqualTo(NOW);
    assertThat(read("'timestamp':1768440600123").time()).isEqualTo(NOW);
    assertThat(read("'timestamp':'2026-01-15T09:30:00.123+08:00'").time()).isEqualTo(NOW);
    assertThat(read("'timestamp':'2026-01-15T01:30:00.123Z'").time()).isEqualTo(NOW);
    assertThat(read("'timestamp':'2026-01-15T09:30:00.123'").time())
        .as("without an offset by the clock of the session")
        .isEqualTo(NOW);
    assertThatThrownBy(() -> read("'timestamp':'yesterday'"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timestamp");
  }

  @Test
  void readsNumbersAndTheTextsOfNumbers() throws Exception {
    Tick tick = read("'last_price':'12.3400','volume':7,'amount':'7.10','colour':'red'");
    assertThat(tick.symbol()).isEqualTo("AAPL");
    assertThat(tick.source()).isEqualTo("ingest");
    assertThat(tick.numbers())
        .containsEntry(Field.PRICE, new BigDecimal("12.3400"))
        .containsEntry(Field.AMOUNT, new BigDecimal("7.10"))
        .hasSize(3);
    assertThatThrownBy(() -> read("'volume':'much'")).hasMessage("volume");
    assertThatThrownBy(() -> read("'volume':1e99")).hasMessage("volume");
    assertThatThrownBy(() -> read("'volume':[1]")).hasMessage("volume");
  }

  @Test
  void readsBooksUpToTheirDepth() throws Exception {
    String level = "[9.5,10],";
    Tick tick = read("'bids':[" + level.repeat(Book.MOST_LEVELS + 3) + "[9,1]],'asks':[]");
    assertThat(tick.book().orElseThrow().bids()).hasSize(Book.MOST_LEVELS);
    assertThat(tick.book().orElseThrow().asks()).isEmpty();
    assertThatThrownBy(() -> read("'bids':[['cheap',1]]")).hasMessage("bids");
  }

  @Test
  void readsNoTextThatNoColumnHolds() {
    assertThatThrownBy(() -> read("'trade_id':'" + "x".repeat(65) + "'")).hasMessage("trade_id");
    assertThatThrownBy(() -> read("'source':'" + "x".repeat(33) + "'")).hasMessage("source");
  }
}
