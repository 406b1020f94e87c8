package org.wenshu.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wenshu.WenshuDeployment;
import org.wenshu.client.ask.Answer;
import org.wenshu.client.ask.AnswerStream;
import org.wenshu.client.ask.AskEvent;
import org.wenshu.client.ask.AskRequest;
import org.wenshu.client.ask.NoAnswer;
import org.wenshu.client.ask.NoAnswerException;
import org.wenshu.client.rag.Explanation;
import org.wenshu.client.rag.RagAnswer;
import org.wenshu.client.rag.RagException;
import org.wenshu.client.rag.RagOptions;
import org.wenshu.client.rag.RagQuestion;
import org.wenshu.client.rag.RagSession;
import org.wenshu.client.rag.TableInfo;
import org.wenshu.llm.ModelCall;
import org.wenshu.llm.ModelScript;
import org.wenshu.llm.ScriptedModelServer;
import org.wenshu.protocol.ws.InContainerSession;
import org.wenshu.security.jwt.TestingIssuer;

/** The built WAR, asked through the client. */
class SdkIT extends WenshuDeployment {
  private final Leaks leaks = Leaks.watch();
  private final ScriptedModelServer model = InContainerSession.model();
  private final Wenshu client = ReadyServer.client();

  /** Answers come once the catalogue has been scanned. */
  @BeforeEach
  void awaitCatalogue() throws InterruptedException {
    model.when("开门", ModelScript.text("SELECT 1 AS n"));
    ReadyServer.awaitAnswer(() -> client.ask().answer("开门"));
  }

  @AfterEach
  void leavesNothingBehind() {
    model.reset();
    client.close();
    leaks.assertNoThreads();
  }

  @Test
  void streamsAnAnswer() {
    model.when("几个部门", ModelScript.text("SELECT COUNT(*) AS n FROM departments"));
    try (AnswerStream stream = client.ask().stream("几个部门")) {
      List<AskEvent> events = stream.stream().toList();
      assertThat(events)
          .anyMatch(event -> event instanceof AskEvent.Chunk)
          .anyMatch(event -> event instanceof AskEvent.FinalSql)
          .contains(new AskEvent.RowsCounted(1))
          .noneMatch(event -> event instanceof AskEvent.Unknown);
      assertThat(events.get(events.size() - 1)).isInstanceOf(AskEvent.Answered.class);
    }
    Answer answer = client.ask().answer(AskRequest.of("几个部门"));
    assertThat(answer.generatedText()).contains("COUNT(*) AS n");
    assertThat(answer.rows().get(0).get("n")).isInstanceOf(Integer.class);
    assertThat(answer.question()).isEqualTo("几个部门");
  }

  @Test
  void tellsWhyThereIsNoAnswer() {
    model.when("不能回答", ModelScript.text("我不能回答。"));
    assertThatThrownBy(() -> client.ask().answer("不能回答"))
        .isInstanceOfSatisfying(
            NoAnswerException.class,
            failure -> assertThat(failure.reason().kind()).isEqualTo(NoAnswer.Kind.NO_SQL));
    assertThatThrownBy(() -> client.ask().answer("长".repeat(9000)))
        .isInstanceOfSatisfying(
            NoAnswerException.class,
            failure ->
                assertThat(failure.reason().kind()).isEqualTo(NoAnswer.Kind.INVALID_QUESTION));
    assertThat(client.ask().answer("开门").rows()).hasSize(1);
  }

  @Test
  void cancellingStopsTheModel() throws InterruptedException {
    model.when("走开", ModelScript.hangAfter("SELECT", " 1"));
    AnswerStream stream = client.ask().stream("走开");
    while (!(stream.next() instanceof AskEvent.Chunk)) {
      // The model has not begun yet.
    }
    stream.close();
    ModelCall call = model.nextCall(Duration.ofSeconds(5));
    while (!call.awaitCallerLeft(Duration.ofMillis(10))) {
      call = model.nextCall(Duration.ofSeconds(10));
    }
  }

  @Test
  void answersManyAtOnceOnOneConnection() {
    model.when("很多", ModelScript.sql("SELECT COUNT(*) AS total FROM users"));
    List<CompletableFuture<RagAnswer>> answers = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      answers.add(client.rag().askAsync("很多" + i));
    }
    for (CompletableFuture<RagAnswer> each : answers) {
      assertThat(each.join().rows()).hasSize(1);
    }
    assertThat(client.rag().identity().username()).isNotEmpty();
  }

  @Test
  void remembersInASession() {
    model.when("所有员工", ModelScript.sql("SELECT id, name FROM employees ORDER BY id"));
    RagSession session = client.rag().newSession("sdk");
    RagAnswer answer =
        session.ask(
            RagQuestion.of("所有员工")
                .withOptions(RagOptions.defaults().withLimit(3).withFormat(RagOptions.Format.CSV)));
    assertThat(answer.rows()).hasSize(3);
    assertThat(answer.formatted().orElseThrow()).startsWith("id,name\n");
    try (Wenshu other = ReadyServer.client()) {
      RagSession resumed = other.rag().resume(session.id());
      assertThat(resumed.details().history()).hasSize(1);
      assertThat(other.rag().sessions()).anyMatch(each -> each.id().equals(session.id()));
      assertThat(resumed.extend().expiresAt()).isPresent();
      resumed.destroy();
    }
    assertThatThrownBy(session::details)
        .isInstanceOfSatisfying(
            RagException.class, failure -> assertThat(failure.number()).isEqualTo(-31100));
  }

  @Test
  void describesWhatCanBeAsked() {
    model.when("所有用户", ModelScript.sql("SELECT id, name FROM users"));
    Explanation explanation = client.rag().explain("查询所有用户信息");
    assertThat(explanation.tables()).contains("users");
    assertThat(client.rag().suggest("查询用户", 3)).isNotEmpty().hasSizeLessThanOrEqualTo(3);
    TableInfo users = client.rag().table("users");
    assertThat(users.columns()).anyMatch(TableInfo.Column::primaryKey);
    assertThat(client.rag().schema().tables()).contains(users);
    assertThat(client.rag().searchSchema("用户", 5).tables()).isNotEmpty();
    assertThat(client.rag().health()).isEqualTo("healthy");
    assertThat(client.rag().version()).isNotEmpty();
  }

  @Test
  void tellsErrorsByTheirNumbers() {
    model.when("删除", ModelScript.sql("DELETE FROM users"));
    assertThatThrownBy(() -> client.rag().ask("删除用户"))
        .isInstanceOfSatisfying(
            RagException.class,
            failure -> {
              assertThat(failure.number()).isEqualTo(-31302);
              assertThat(failure.category()).hasValue(-31006);
              assertThat(failure.data()).containsEntry("violation", "read-only");
            });
    assertThatThrownBy(() -> client.rag().table("no_such_table"))
        .isInstanceOfSatisfying(
            RagException.class, failure -> assertThat(failure.number()).isEqualTo(-31401));
  }

  @Test
  void refusesStrangers() {
    try (Wenshu stranger = ReadyServer.client(TokenSource.fixed("wrong"))) {
      assertThatThrownBy(() -> stranger.ask().answer("开门"))
          .isInstanceOfSatisfying(
              HandshakeRefusedException.class,
              refused -> assertThat(refused.status()).isEqualTo(401));
      assertThatThrownBy(() -> stranger.rag().ask("开门"))
          .isInstanceOfSatisfying(
              RagException.class, failure -> assertThat(failure.number()).isEqualTo(-31000));
    }
    String expired = InContainerSession.issuer().token(TestingIssuer.expired("li"));
    try (Wenshu late = ReadyServer.client(TokenSource.fixed(expired))) {
      assertThatThrownBy(() -> late.rag().ask("开门"))
          .isInstanceOfSatisfying(
              RagException.class,
              failure -> assertThat(failure.reason()).contains("token_expired"));
    }
  }
}
