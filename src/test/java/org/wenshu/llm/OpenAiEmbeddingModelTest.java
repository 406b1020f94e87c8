package org.wenshu.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wenshu.error.ErrorCode;
import org.wenshu.error.WenshuException;
import org.wenshu.knowledge.Vector;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;

class OpenAiEmbeddingModelTest {
  private final ScriptedModelServer server = ScriptedModelServer.start();
  private final OpenAiEmbeddingModel model =
      new OpenAiEmbeddingModel(
          new EmbeddingConfig(
              server.baseUrl(), Optional.of("secret"), "small", Duration.ofSeconds(5), 2));

  @AfterEach
  void stop() {
    model.close();
    server.close();
  }

  @Test
  void asksInBatchesAndPutsAnswersInOrder() {
    server.otherwise(
        call ->
            call.answer(
                200,
                "application/json",
                call.request().body().path("input").size() == 2
                    ? "{\"data\":[{\"index\":1,\"embedding\":[0,2]},{\"index\":0,\"embedding\":[1,0]}]}"
                    : "{\"data\":[{\"index\":0,\"embedding\":[3,0.5]}]}"));
    List<Vector> vectors = embed(List.of("a", "b", "c"));
    assertThat(vectors).containsExactly(Vector.of(1, 0), Vector.of(0, 2), Vector.of(3, 0.5f));
    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().get(0).path()).endsWith("/v1/embeddings");
    assertThat(server.requests().get(0).headers()).containsEntry("authorization", "Bearer secret");
    assertThat(server.requests().get(0).body().path("model").asText()).isEqualTo("small");
  }

  @Test
  void refusesAnswersThatAreNone() {
    for (String bad :
        List.of(
            "{}",
            "nonsense",
            "{\"data\":[]}",
            "{\"data\":[{\"index\":5,\"embedding\":[1]}]}",
            "{\"data\":[{\"index\":0,\"embedding\":\"AAAA\"}]}")) {
      server.otherwise(call -> call.answer(200, "application/json", bad));
      assertThatThrownBy(() -> embed(List.of("a")))
          .as(bad)
          .isInstanceOfSatisfying(
              WenshuException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE));
    }
    server.otherwise(ModelScript.status(429));
    assertThatThrownBy(() -> embed(List.of("a")))
        .isInstanceOfSatisfying(
            WenshuException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_RATE_LIMITED));
  }

  @Test
  void endsWhenNobodyWaits() {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    assertThatThrownBy(
            () -> model.embed(List.of("a"), Deadline.after(Duration.ofSeconds(5)), cancelled))
        .isInstanceOf(CancellationException.class);
    server.otherwise(ModelScript.hang());
    assertThatThrownBy(
            () ->
                model.embed(
                    List.of("a"), Deadline.after(Duration.ofMillis(200)), new Cancellation()))
        .isInstanceOfSatisfying(
            WenshuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_TIMED_OUT));
  }

  @Test
  void cancellationAbortsACallThatHangs() throws Exception {
    server.otherwise(ModelScript.hang());
    Cancellation cancellation = new Cancellation();
    CompletableFuture<List<Vector>> vectors =
        CompletableFuture.supplyAsync(
            () -> model.embed(List.of("a"), Deadline.after(Duration.ofSeconds(30)), cancellation));
    ModelCall call = server.nextCall(Duration.ofSeconds(5));

    cancellation.cancel();

    assertThat(call.awaitCallerLeft(Duration.ofSeconds(5))).isTrue();
    assertThatThrownBy(vectors::join).hasRootCauseInstanceOf(CancellationException.class);
  }

  @Test
  void keepsTheConnectionForTheNextBatch() {
    server.otherwise(
        call -> call.answer(200, "application/json", "{\"data\":[{\"embedding\":[1]}]}"));
    assertThat(embed(List.of("a"))).isEqualTo(embed(List.of("a")));
    assertThat(server.connections()).isEqualTo(1);
  }

  private List<Vector> embed(List<String> texts) {
    return model.embed(texts, Deadline.after(Duration.ofSeconds(5)), new Cancellation());
  }
}
