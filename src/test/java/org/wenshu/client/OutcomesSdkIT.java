package org.wenshu.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wenshu.WenshuDeployment;
import org.wenshu.client.ask.Answer;
import org.wenshu.client.ask.AnswerStream;
import org.wenshu.client.ask.AskEvent;
import org.wenshu.client.ask.AskRequest;
import org.wenshu.client.ask.NoAnswer;
import org.wenshu.client.ask.NoAnswerException;
import org.wenshu.client.gateway.request.StructuredQueryRequest;
import org.wenshu.client.rag.RagAnswer;
import org.wenshu.client.rag.RagException;
import org.wenshu.client.rag.RagOptions;
import org.wenshu.client.rag.RagQuestion;
import org.wenshu.client.rag.RagSession;
import org.wenshu.llm.Gate;
import org.wenshu.llm.ModelScript;
import org.wenshu.llm.ScriptedModelServer;
import org.wenshu.protocol.ws.InContainerSession;
import org.wenshu.protocol.ws.RunningStatements;

/** How questions end on a real server, and what a caller of the client sees of each end. */
class OutcomesSdkIT extends WenshuDeployment {
  private static final String FINE = "SELECT 2 AS n";
  private static final String BAD = "SELECT nonsense FROM departments";
  private static Wenshu client;
  private static Leaks leaks;

  private final ScriptedModelServer model = InContainerSession.model();

  @BeforeAll
  static void awaitCatalogue() throws InterruptedException {
    leaks = Leaks.watch();
    InContainerSession.model().when("开门", ModelScript.sql("SELECT 1 AS n"));
    client = ReadyServer.client();
    ReadyServer.awaitAnswer(() -> client.ask().answer("开门"));
  }

  @BeforeEach
  void opensTheDoor() {
    model.when("开门", ModelScript.sql("SELECT 1 AS n"));
  }

  @AfterEach
  void forgetScripts() {
    model.reset();
  }

  @AfterAll
  static void leavesNothingBehind() {
    client.close();
    leaks.assertNoThreads();
  }

  /**
   * The ends that {@code /ws} knows (contract, section 4), in the words of the model. What is no
   * JSON or of no known type (P7, P8) cannot be said through the client.
   */
  enum End {
    ANSWERED,
    REWRITTEN,
    REWRITE_FAILED,
    NO_STATEMENT,
    MODEL_DOWN,
    REWRITE_REFUSED,
    MODEL_DOWN_FOR_REWRITE,
    NOT_A_QUESTION,
    TOO_LONG;

    String question() {
      return switch (this) {
        case NOT_A_QUESTION -> "  ";
        case TOO_LONG -> "长".repeat(9000);
        default -> "乌有之乡" + name();
      };
    }

    ModelScript[] scripts() {
      return switch (this) {
        case REWRITTEN -> scripts(ModelScript.text(BAD), ModelScript.text(FINE));
        case REWRITE_FAILED -> scripts(ModelScript.text(BAD), ModelScript.text(BAD));
        case NO_STATEMENT -> scripts(ModelScript.text("你好，很高兴见到你。"));
        case MODEL_DOWN -> scripts(ModelScript.status(400));
        case MODEL_DOWN_FOR_REWRITE -> scripts(ModelScript.text(BAD), ModelScript.status(400));
        case REWRITE_REFUSED ->
            scripts(
                ModelScript.sql("DELETE FROM departments"),
                ModelScript.sql("DELETE FROM departments"));
        default -> scripts(ModelScript.text(FINE));
      };
    }

    private static ModelScript[] scripts(ModelScript... all) {
      return all;
    }

    /** The kind of failure; null for an answer. */
    NoAnswer.Kind kind() {
      return switch (this) {
        case ANSWERED, REWRITTEN -> null;
        case REWRITE_FAILED, REWRITE_REFUSED -> NoAnswer.Kind.EXECUTION_FAILED;
        case NO_STATEMENT -> NoAnswer.Kind.NO_SQL;
        case MODEL_DOWN, MODEL_DOWN_FOR_REWRITE -> NoAnswer.Kind.FAILED;
        case NOT_A_QUESTION, TOO_LONG -> NoAnswer.Kind.INVALID_QUESTION;
      };
    }
  }

  @ParameterizedTest
  @EnumSource(End.class)
  void everyEndIsAnAnswerOrATypedReason(End end) {
    model.when(end.question(), end.scripts());
    List<AskEvent> events;
    try (AnswerStream stream = client.ask().stream(end.question())) {
      events = stream.stream().toList();
    }
    assertThat(events).noneMatch(event -> event instanceof AskEvent.Unknown);
    AskEvent last = events.get(events.size() - 1);
    if (end.kind() == null) {
      Answer answer = ((AskEvent.Answered) last).answer();
      assertThat(answer.rows()).hasSize(1);
      assertThat(answer.sql()).isEqualTo(FINE);
      assertThat(answer.rewritten()).isEqualTo(end == End.REWRITTEN);
    } else {
      NoAnswer reason = ((AskEvent.NotAnswered) last).reason();
      assertThat(reason.kind()).as("%s", reason).isEqualTo(end.kind());
      assertThat(reason.message()).isNotBlank();
    }
    // The connection that had this end is used again.
    assertThat(client.ask().answer("开门").rows()).hasSize(1);
  }

  @Test
  void aRewriteIsToldStepByStepOrNotAtAll() {
    model.when("坏列", ModelScript.text(BAD), ModelScript.text(FINE));
    try (AnswerStream stream = client.ask().stream("坏列")) {
      List<AskEvent> events = stream.stream().toList();
      assertThat(events)
          .anyMatch(event -> event instanceof AskEvent.ExecutionFailed)
          .contains(new AskEvent.RewriteWritten(FINE), new AskEvent.RewrittenSql(FINE));
      Answer answer = ((AskEvent.Answered) events.get(events.size() - 1)).answer();
      assertThat(answer.originalSql()).hasValue(BAD);
    }
    model.when("再来", ModelScript.text(BAD), ModelScript.text(FINE));
    try (AnswerStream quiet = client.ask().stream(AskRequest.of("再来").withQuietRetry())) {
      assertThat(quiet.stream()).noneMatch(event -> event instanceof AskEvent.ExecutionFailed);
    }
  }

  /** The server works on 32 questions at a time; the others wait ten seconds for their turn. */
  @Test
  void whatTheServerHasNoPlaceForIsToldAsSuch() throws InterruptedException {
    Gate gate = new Gate();
    model.when("挤满", ModelScript.gated(gate, "SELECT", " 1 AS n"));
    List<CompletableFuture<Answer>> asked = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      asked.add(client.ask().answerAsync("挤满"));
    }
    long end = System.nanoTime() + Duration.ofSeconds(25).toNanos();
    while (asked.stream().filter(CompletableFuture::isDone).count() < 45 - 32) {
      assertThat(System.nanoTime()).as("%s", asked).isLessThan(end);
      Thread.sleep(50);
    }
    gate.open();
    List<Throwable> failures = new ArrayList<>();
    int answered = 0;
    for (CompletableFuture<Answer> each : asked) {
      try {
        answered += each.join().rows().size();
      } catch (CompletionException failure) {
        failures.add(failure.getCause());
      }
    }
    assertThat(answered).isPositive();
    assertThat(failures)
        .allMatch(each -> each instanceof WenshuException failure && failure.retriable())
        .anyMatch(
            each ->
                each instanceof NoAnswerException busy
                    && busy.reason().kind() == NoAnswer.Kind.BUSY);
  }

  /** Ways to have a question answered. */
  enum Door {
    ASK,
    RAG,
    GATEWAY;

    CompletableFuture<?> ask(String question) {
      return switch (this) {
        case ASK -> client.ask().answerAsync(question);
        case RAG -> client.rag().askAsync(question);
        case GATEWAY ->
            client
                .gateway()
                .asyncSocket()
                .flow("default")
                .structuredQuery(StructuredQueryRequest.of(question));
      };
    }
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void cancellingStopsTheStatement(Door door) throws Exception {
    String label = "given_up_" + door;
    model.when("放弃" + door, ModelScript.sql(RunningStatements.slow(label)));
    CompletableFuture<?> asked = door.ask("放弃" + door);
    RunningStatements.awaitBegun(label);
    asked.cancel(true);
    RunningStatements.awaitGone(label);
    assertThat(door.ask("开门").join()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void theQuickDoNotWaitForTheSlow(Door door) {
    Gate gate = new Gate();
    model.when("慢问", ModelScript.gated(gate, "SELECT ", "1 AS n"));
    model.when("快问", ModelScript.sql("SELECT 7 AS n"));
    CompletableFuture<?> slow = door.ask("慢问");
    List<? extends CompletableFuture<?>> quick =
        IntStream.range(0, 8).mapToObj(i -> door.ask("快问" + i)).toList();
    assertThat(quick).allSatisfy(each -> assertThat(each.join()).isNotNull());
    assertThat(slow).isNotDone();
    gate.open();
    assertThat(slow.join()).isNotNull();
  }

  /** The server takes thirty requests of a connection; the client keeps the others back. */
  @Test
  void sixtyAtOnceOnOneConnectionAreAllAnswered() {
    model.when("六十", ModelScript.sql("SELECT 60 AS n"));
    List<CompletableFuture<RagAnswer>> asked =
        IntStream.range(0, 60).mapToObj(i -> client.rag().askAsync("六十" + i)).toList();
    assertThat(asked).allSatisfy(each -> assertThat(each.join().rows()).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "无效|这不是问题。|-31300|false",
        "删除|sql:DELETE FROM users|-31302|false",
        "没完||-32002|true"
      })
  void failuresHaveNumbers(String question, String written, int number, boolean retriable) {
    model.when(question, script(written));
    RagQuestion asked =
        RagQuestion.of(question)
            .withOptions(RagOptions.defaults().withTimeout(Duration.ofSeconds(2)));
    assertThatThrownBy(() -> client.rag().ask(asked))
        .isInstanceOfSatisfying(
            RagException.class,
            failure -> {
              assertThat(failure.number()).as("%s", failure).isEqualTo(number);
              assertThat(failure.retriable()).isEqualTo(retriable);
            });
    assertThat(client.rag().health()).isEqualTo("healthy");
  }

  private static ModelScript script(String written) {
    if (written == null) {
      return ModelScript.hang();
    }
    return written.startsWith("sql:")
        ? ModelScript.sql(written.substring("sql:".length()))
        : ModelScript.text(written);
  }

  /** What is too long for the server ends the connection, but not the session on it. */
  @Test
  void aSessionGoesOnAfterTheServerHasClosedTheConnection() {
    model.when("所有员工", ModelScript.sql("SELECT id, name FROM employees ORDER BY id"));
    RagSession session = client.rag().newSession("outcomes");
    assertThat(session.ask("所有员工").rows()).isNotEmpty();
    Function<String, Object> tooLong = text -> client.rag().suggest(text.repeat(11 << 20), 3);
    assertThatThrownBy(() -> tooLong.apply("x"))
        .isInstanceOfSatisfying(
            ConnectionClosedException.class, closed -> assertThat(closed.code()).isIn(1009, 1006));
    assertThat(session.ask("所有员工").rows()).isNotEmpty();
    assertThat(session.details().history()).hasSize(2);
    session.destroy();
  }
}
