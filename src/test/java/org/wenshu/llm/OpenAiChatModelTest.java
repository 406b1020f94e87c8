package org.wenshu.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.generation.model.AnswerListener;
import org.wenshu.question.BusyThread;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

@Timeout(60)
class OpenAiChatModelTest {
  private final ScriptedModelServer server = ScriptedModelServer.start();
  private final OpenAiChatModel model = new OpenAiChatModel(config(Duration.ofSeconds(20)));
  private final List<String> pieces = new ArrayList<>();

  @AfterEach
  void stop() {
    model.close();
    server.close();
  }

  @Test
  void handsOnEveryPieceAndReturnsTheWhole() {
    server.otherwise(ModelScript.pieces("SELECT", " ", "1", "\n"));

    assertThat(answer(pieces::add)).isEqualTo("SELECT 1\n");
    assertThat(pieces).containsExactly("SELECT", " ", "1", "\n");
  }

  @Test
  void saysThatItWaitsOnlyWhenAllThatCameIsRead() {
    server.otherwise(
        call -> {
          call.begin();
          call.chunk(delta("SELECT") + delta(" 1"));
          call.end();
        });
    List<String> heard = new ArrayList<>();

    BusyThread.during(
        () ->
            answer(
                piece -> {
                  heard.add(piece);
                  BusyThread.later(() -> heard.add("waits"));
                }));

    assertThat(heard).startsWith("SELECT", " 1", "waits");
  }

  @Test
  void handsOnWhatCameBeforeTheModelReportsAnError() {
    server.otherwise(
        call -> {
          call.begin();
          call.chunk(delta("SELECT") + "data: {\"error\":{\"message\":\"overloaded\"}}\n\n");
          call.end();
        });

    assertThatThrownBy(() -> answer(pieces::add)).isInstanceOf(WenshuException.class);
    assertThat(pieces).containsExactly("SELECT");
  }

  private static String delta(String text) {
    return "data: {\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
  }

  @Test
  void sendsModelKeyAndBothMessages() {
    server.otherwise(ModelScript.pieces("x"));

    answer(pieces::add);

    ModelRequest request = server.requests().get(0);
    assertThat(request.path()).isEqualTo("/v1/chat/completions");
    assertThat(request.headers()).containsEntry("authorization", "Bearer secret-key");
    assertThat(request.headers())
        .doesNotContainKeys("upgrade", "http2-settings", "expect", "accept-encoding", "cookie");
    assertThat(request.body().path("model").asText()).isEqualTo("test-model");
    assertThat(request.body().path("stream").asBoolean()).isTrue();
    assertThat(request.system()).isEqualTo("rules");
    assertThat(request.user()).isEqualTo("question");
  }

  @Test
  void logsTheKeyNowhere() {
    server.otherwise(ModelScript.pieces("x"));
    LoggedLines logged = new LoggedLines();
    Logger library = Logger.getLogger("org.apache.hc");
    Level before = library.getLevel();
    library.setLevel(Level.ALL);
    library.addHandler(logged);
    try {
      answer(pieces::add);
    } finally {
      library.removeHandler(logged);
      library.setLevel(before);
    }

    assertThat(logged.lines()).isNotEmpty().noneMatch(line -> line.contains("secret-key"));
  }

  @Test
  void handsOnTheFirstPieceBeforeTheModelSendsTheSecond() {
    Gate gate = new Gate();
    server.otherwise(ModelScript.gated(gate, "first", "second"));

    answer(
        piece -> {
          pieces.add(piece);
          gate.open();
        });

    assertThat(pieces).containsExactly("first", "second");
  }

  @Test
  void handsOnPiecesOnTheCallingThread() {
    server.otherwise(ModelScript.pieces("a", "b"));
    List<Thread> threads = new ArrayList<>();

    answer(piece -> threads.add(Thread.currentThread()));

    assertThat(threads).containsOnly(Thread.currentThread());
  }

  @Test
  void neverSplitsSurrogatePairs() {
    Gate gate = new Gate();
    server.otherwise(
        call -> {
          call.begin();
          call.event("{\"choices\":[{\"delta\":{\"content\":\"a\\ud83d\"}}]}");
          gate.await();
          call.event("{\"choices\":[{\"delta\":{\"content\":\"\\ude00b\"}}]}");
          call.end();
        });

    String text =
        answer(
            piece -> {
              pieces.add(piece);
              gate.open();
            });

    assertThat(text).isEqualTo("a\ud83d\ude00b");
    assertThat(pieces).containsExactly("a", "\ud83d\ude00b");
  }

  @Test
  void keepsTheConnectionForTheNextQuestion() throws Exception {
    server.otherwise(ModelScript.pieces("x"));

    answer(pieces::add);
    ModelCall first = server.nextCall(Duration.ofSeconds(1));
    answer(pieces::add);

    assertThat(first.awaitCallerLeft(Duration.ofMillis(100))).isFalse();
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void usesAFreshConnectionWhenTheKeptOneWasClosedByTheModel() throws Exception {
    server.otherwise(ModelScript.pieces("x"));
    answer(pieces::add);

    server.nextCall(Duration.ofSeconds(1)).cut();

    assertThat(answer(pieces::add)).isEqualTo("x");
  }

  @Test
  void acceptsAStreamThatEndsWithoutAnEndMarker() {
    server.otherwise(
        call -> {
          call.begin();
          call.piece("SELECT 1");
          call.event("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
          call.endWithoutMarker();
        });

    assertThat(answer(pieces::add)).isEqualTo("SELECT 1");
  }

  @Test
  void skipsEventsThatCarryNoText() {
    server.otherwise(
        call -> {
          call.begin();
          call.event(
              "{\"choices\":[{\"index\":0,\"delta\":{\"reasoning_content\":\"hm\",\"content\":null}}]}");
          call.event(
              "{\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1,\"total_tokens\":2}}");
          call.piece("x");
          call.end();
        });

    assertThat(answer(pieces::add)).isEqualTo("x");
    assertThat(pieces).containsExactly("x");
  }

  @Test
  void tellsOfTheTokensThatTheModelSaysItTook() {
    server.otherwise(
        call -> {
          call.begin();
          call.piece("SELECT 1");
          call.event("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
          call.event(
              "{\"choices\":[],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":5,\"total_tokens\":17}}");
          call.end();
        });
    List<Long> told = new ArrayList<>();
    try (OpenAiChatModel telling =
        new OpenAiChatModel(
            config(Duration.ofSeconds(20)),
            (input, output) -> told.addAll(List.of(input, output)))) {
      AnswerListener listener =
          new AnswerListener() {
            @Override
            public void accept(String piece) {
              pieces.add(piece);
            }

            @Override
            public void used(long input, long output) {
              told.add(input + output);
            }
          };
      telling.answer("s", "u", listener, Deadline.after(Duration.ofMinutes(1)), new Cancellation());
    }

    assertThat(pieces).containsExactly("SELECT 1");
    assertThat(told).containsExactly(12L, 5L, 17L);
  }

  @Test
  void cancellationAbortsACallThatHangs() throws Exception {
    server.otherwise(ModelScript.hang());
    assertCancellationReachesTheModel();
  }

  @Test
  void cancellationAbortsAnAnswerInTheMiddle() throws Exception {
    server.otherwise(ModelScript.hangAfter("SELECT"));
    assertCancellationReachesTheModel();
  }

  @Test
  void closingEndsAnAnswerInTheMiddle() throws Exception {
    server.otherwise(ModelScript.hangAfter("SELECT"));
    CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> answer(piece -> {}));
    ModelCall call = server.nextCall(Duration.ofSeconds(5));

    model.close();

    assertThat(call.awaitCallerLeft(Duration.ofSeconds(5))).isTrue();
    assertThatThrownBy(answer::join)
        .cause()
        .isInstanceOfSatisfying(
            WenshuException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE));
  }

  @Test
  void sendsNothingOfTheAddressThatStandsBeforeItsHost() {
    server.otherwise(ModelScript.pieces("x"));
    URI address = URI.create("http://name:secret@127.0.0.1:" + server.port() + "/v1");
    try (OpenAiChatModel named = new OpenAiChatModel(LlmConfig.of(address, "m"))) {
      named.answer(
          "s", "u", piece -> {}, Deadline.after(Duration.ofMinutes(1)), new Cancellation());
    }

    assertThat(server.requests().get(0).headers().toString()).doesNotContain("name", "secret");
  }

  @Test
  void whatTheConsumerThrowsPassesThroughAndEndsTheCall() throws Exception {
    server.otherwise(ModelScript.hangAfter("SELECT"));
    IllegalStateException mine = new IllegalStateException("mine");

    assertThatThrownBy(
            () ->
                answer(
                    piece -> {
                      throw mine;
                    }))
        .isSameAs(mine);
    assertThat(server.nextCall(Duration.ofSeconds(1)).awaitCallerLeft(Duration.ofSeconds(5)))
        .isTrue();
  }

  @Test
  void leavesNoThreadBehind() {
    server.otherwise(ModelScript.pieces("x"));
    answer(pieces::add);
    assertThat(threadsNamed("wenshu-llm-")).isNotEmpty();

    model.close();

    Deadline soon = Deadline.after(Duration.ofSeconds(5));
    while (!threadsNamed("wenshu-llm-").isEmpty() && !soon.isPassed()) {
      Thread.onSpinWait();
    }
    assertThat(threadsNamed("wenshu-llm-")).isEmpty();
  }

  @Test
  void neverPrintsTheKey() {
    assertThat(config(Duration.ofSeconds(1)).toString()).doesNotContain("secret-key");
  }

  @Test
  void rejectsAnAddressThatIsNone() {
    assertThatThrownBy(() -> LlmConfig.of(URI.create("ftp://host/v1"), "m"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LlmConfig.of(URI.create("http:/v1"), "m"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertCancellationReachesTheModel() throws Exception {
    Cancellation cancellation = new Cancellation();
    CompletableFuture<String> answer =
        CompletableFuture.supplyAsync(
            () ->
                model.answer(
                    "rules",
                    "question",
                    piece -> {},
                    Deadline.after(Duration.ofSeconds(30)),
                    cancellation));
    ModelCall call = server.nextCall(Duration.ofSeconds(5));
    assertThat(call.awaitCallerLeft(Duration.ofMillis(100))).isFalse();

    cancellation.cancel();

    assertThat(call.awaitCallerLeft(Duration.ofSeconds(5))).isTrue();
    assertThatThrownBy(answer::join).hasRootCauseInstanceOf(CancellationException.class);
  }

  private static List<String> threadsNamed(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith(prefix))
        .toList();
  }

  private String answer(Consumer<String> consumer) {
    return model.answer(
        "rules", "question", consumer, Deadline.after(Duration.ofSeconds(30)), new Cancellation());
  }

  private LlmConfig config(Duration timeout) {
    return new LlmConfig(
        server.baseUrl(),
        Optional.of("secret-key"),
        "test-model",
        0,
        timeout,
        Duration.ofSeconds(2));
  }
}
