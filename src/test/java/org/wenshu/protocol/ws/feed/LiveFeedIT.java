package org.wenshu.protocol.ws.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wenshu.TestingDatabase;
import org.wenshu.WenshuDeployment;
import org.wenshu.launcher.demo.DemoData;
import org.wenshu.llm.ModelScript;
import org.wenshu.llm.ScriptedModelServer;
import org.wenshu.protocol.ws.InContainerSession;
import org.wenshu.protocol.ws.StoredRules;

/** The table source and live questions of the built WAR, over rows that are inserted meanwhile. */
class LiveFeedIT extends WenshuDeployment {
  private static final Duration BRIEFLY = Duration.ofSeconds(1);
  private static final String SYMBOL = "DEMOA";
  private static final String QUESTION = "DEMOA各方向的成交笔数";
  private static final String COUNTS =
      "SELECT direction, COUNT(*) AS n FROM ticks WHERE symbol = 'DEMOA'"
          + " GROUP BY direction ORDER BY direction";

  private final ScriptedModelServer model = InContainerSession.model();

  @BeforeEach
  void awaitCatalogue() throws InterruptedException {
    model.when(QUESTION, ModelScript.sql(COUNTS));
    for (int attempt = 0; attempt < 60; attempt++) {
      try (FeedSocket socket = FeedSocket.open()) {
        socket.send("{'type':'subscribe','id':'q','query':'" + QUESTION + "'}");
        if (socket.next(LiveFeedIT::isOutcome).path("type").asText().equals("live")) {
          return;
        }
      }
      Thread.sleep(500);
    }
    throw new AssertionError("The server did not become ready");
  }

  @AfterEach
  void forgetScripts() {
    model.reset();
  }

  private static boolean isOutcome(JsonNode frame) {
    String type = frame.path("type").asText();
    return type.equals("live") || type.equals("error");
  }

  private static Connection connect() throws SQLException {
    return TestingDatabase.connectAsRoot(DemoData.SCHEMA);
  }

  private static String row(String price, String direction) {
    return ("INSERT INTO ticks (symbol, event_time, price, volume, last_volume, amount, bid_price,"
            + " ask_price, bid_volume, ask_volume, open, high, low, prev_close, direction) VALUES"
            + " ('%s', NOW(3), %s, 1000, 7, 10.00, 1, 2, 3, 4, 5, 6, 4, 5, '%s')")
        .formatted(SYMBOL, price, direction);
  }

  private static void insert(String price) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(row(price, "buy"));
    }
  }

  private static FeedSocket subscribed(String types) throws InterruptedException {
    FeedSocket socket = FeedSocket.open();
    socket.send(
        "{'type':'subscribe','id':'t','symbols':['%s'],'data_types':[%s]}"
            .formatted(SYMBOL, types));
    socket.next("subscription_response");
    assertThat(socket.next("data").path("snapshot").asBoolean()).isTrue();
    return socket;
  }

  @Test
  void deliversRowsAtOnce() throws Exception {
    List<Long> millis = new ArrayList<>();
    try (FeedSocket socket = subscribed("'price'")) {
      for (int i = 0; i < 20; i++) {
        insert("33.4" + i % 10);
        long committed = System.nanoTime();
        JsonNode frame = socket.next("data");
        millis.add((System.nanoTime() - committed) / 1_000_000);
        assertThat(frame.path("source").asText()).isEqualTo("table");
        assertThat(frame.path("price").asText()).isEqualTo("33.4" + i % 10 + "00");
      }
    }
    millis.sort(null);
    assertThat(millis.get(millis.size() / 2)).as("median of %s", millis).isLessThan(500);
  }

  @Test
  void losesNoRowThatIsCommittedLate() throws Exception {
    try (FeedSocket socket = subscribed("'trade'");
        Connection slow = connect();
        Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.execute(row("71.11", "buy"));
      insert("72.22");
      assertThat(socket.next("data").path("price").asText()).isEqualTo("72.2200");
      Thread.sleep(500);
      slow.commit();
      assertThat(socket.next("data").path("price").asText()).isEqualTo("71.1100");
      assertThat(socket.nextWithin(BRIEFLY)).isNull();
    }
  }

  @Test
  void deliversEveryRowOnceAndInOrder() throws Exception {
    try (FeedSocket socket = subscribed("'trade'");
        Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 300; i++) {
        statement.execute(row(String.valueOf(1_000 + i), "sell"));
      }
      long seq = 0;
      for (int i = 0; i < 300; i++) {
        JsonNode frame = socket.next("data");
        assertThat(frame.path("price").decimalValue())
            .isEqualByComparingTo(String.valueOf(1_000 + i));
        assertThat(frame.path("seq").asLong()).isGreaterThan(seq);
        seq = frame.path("seq").asLong();
      }
      assertThat(socket.nextWithin(BRIEFLY)).isNull();
    }
  }

  @Test
  void tellsAReturningClientWhatItHasMissed() throws Exception {
    long seen;
    try (FeedSocket socket = subscribed("'trade'")) {
      insert("61.00");
      seen = socket.next("data").path("source_seq").asLong();
    }
    insert("62.00");
    insert("63.00");
    Thread.sleep(300);
    try (FeedSocket socket = FeedSocket.open()) {
      socket.send(
          "{'type':'subscribe','id':'t','symbols':['%s'],'data_types':['trade'],".formatted(SYMBOL)
              + "'after_source_seq':"
              + seen
              + "}");
      insert("64.00");
      for (String price : List.of("62.0000", "63.0000", "64.0000")) {
        JsonNode frame = socket.next("data");
        assertThat(frame.path("price").asText()).isEqualTo(price);
        assertThat(frame.path("source_seq").asLong()).isGreaterThan(seen);
      }
      assertThat(socket.nextWithin(BRIEFLY)).as("nothing twice").isNull();
    }
  }

  @Test
  void pushesHowAnAnswerChanges() throws Exception {
    try (FeedSocket socket = FeedSocket.open()) {
      socket.send("{'type':'subscribe','id':'live1','query':'" + QUESTION + "'}");
      JsonNode confirmed = socket.next("subscription_response");
      assertThat(confirmed.path("query").asText()).isEqualTo(QUESTION);
      JsonNode answer = socket.next("live");
      assertThat(answer.path("kind").asText()).isEqualTo("answer");
      assertThat(answer.path("columns").toString()).isEqualTo("[\"direction\",\"n\"]");
      int buys = answer.path("rows").path(0).path("n").asInt();
      assertThat(socket.nextWithin(BRIEFLY)).as("nothing while nothing changes").isNull();

      insert("50.00");
      JsonNode change = socket.next("live");

      assertThat(change.path("kind").asText()).isEqualTo("change");
      assertThat(change.path("version").asLong()).isEqualTo(answer.path("version").asLong() + 1);
      assertThat(change.path("removed").toString()).isEqualTo("[0]");
      assertThat(change.path("added").path(0).path("index").asInt()).isZero();
      assertThat(change.path("added").path(0).path("row").path("n").asInt()).isEqualTo(buys + 1);

      socket.send("{'type':'unsubscribe','id':'live1'}");
      assertThat(socket.next("unsubscribe_response").path("success").asBoolean()).isTrue();
      insert("51.00");
      assertThat(socket.nextWithin(BRIEFLY)).isNull();
    }
  }

  @Test
  void runsAQuestionOnceForAll() throws Exception {
    List<FeedSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 10; i++) {
        FeedSocket socket = FeedSocket.open();
        sockets.add(socket);
        socket.send("{'type':'subscribe','id':'same','query':'" + QUESTION + "'}");
        socket.next("live");
      }
      double before = executions();
      Thread.sleep(3_000);
      assertThat(executions() - before)
          .as("at most ten runs in three seconds")
          .isBetween(5.0, 11.0);
      insert("52.00");
      for (FeedSocket socket : sockets) {
        assertThat(socket.next("live").path("kind").asText()).isEqualTo("change");
      }
    } finally {
      sockets.forEach(FeedSocket::close);
    }
    Thread.sleep(1_000);
    double idle = executions();
    Thread.sleep(1_500);
    assertThat(executions()).as("nothing runs for nobody").isEqualTo(idle);
  }

  private static double executions() {
    Matcher matcher =
        Pattern.compile("(?m)^wenshu_live_executions_total (\\S+)")
            .matcher(FeedSocket.request("GET", "/metrics", InContainerSession.TOKEN, "").body());
    assertThat(matcher.find()).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  @Test
  void endsAQuestionThatIsNotPermittedAnyMore() throws Exception {
    try (FeedSocket socket = FeedSocket.open()) {
      socket.send("{'type':'subscribe','id':'p','query':'" + QUESTION + "'}");
      socket.next("live");
      StoredRules rules = StoredRules.about("tester", "DENY_TABLE|ticks||");
      try {
        JsonNode error = socket.next("error");
        assertThat(error.path("code").asText()).isEqualTo("PERMISSION_DENIED");
        assertThat(error.path("id").asText()).isEqualTo("p");
        insert("53.00");
        assertThat(socket.nextWithin(BRIEFLY)).isNull();
      } finally {
        rules.delete();
      }
    }
  }
}
