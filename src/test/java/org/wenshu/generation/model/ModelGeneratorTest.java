package org.wenshu.generation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wenshu.generation.DraftSql;
import org.wenshu.generation.Generation;
import org.wenshu.generation.GenerationRequest;
import org.wenshu.generation.RejectedDraft;
import org.wenshu.generation.SqlExtraction;
import org.wenshu.llm.LlmConfig;
import org.wenshu.llm.ModelCall;
import org.wenshu.llm.ModelRequest;
import org.wenshu.llm.ModelScript;
import org.wenshu.llm.OpenAiChatModel;
import org.wenshu.llm.ScriptedModelServer;
import org.wenshu.prompt.PromptAssembler;
import org.wenshu.question.Cancellation;
import org.wenshu.question.Deadline;
import org.wenshu.question.Question;
import org.wenshu.schema.SchemaContext;
import org.wenshu.schema.SchemaSnapshot;

@Timeout(60)
class ModelGeneratorTest {
  private final ScriptedModelServer server = ScriptedModelServer.start();
  private final OpenAiChatModel model =
      new OpenAiChatModel(LlmConfig.of(server.baseUrl(), "scripted"));
  private final ModelGenerator generator =
      new ModelGenerator(model, new SqlExtraction(sql -> true));
  private final List<String> pieces = new ArrayList<>();

  @AfterEach
  void stop() {
    model.close();
    server.close();
  }

  @Test
  void draftsTheStatementAndStreamsTheText() {
    server.otherwise(ModelScript.pieces("Counting:\n", "SELECT 1"));

    Generation generation = generate();

    assertThat(generation).isInstanceOf(Generation.Drafted.class);
    assertThat(((Generation.Drafted) generation).sql().text()).isEqualTo("SELECT 1");
    assertThat(generation.text()).isEqualTo("Counting:\nSELECT 1");
    assertThat(pieces).containsExactly("Counting:\n", "SELECT 1");
  }

  @Test
  void abstainsWithItsTextWhenTheModelWritesNoStatement() {
    server.otherwise(ModelScript.pieces("I cannot", " answer that."));

    Generation generation = generate();

    assertThat(generation).isInstanceOf(Generation.Abstained.class);
    assertThat(generation.text()).isEqualTo("I cannot answer that.");
  }

  @Test
  void ignoresStatementsThatTheModelOnlyThoughtOf() {
    server.otherwise(ModelScript.pieces("<think>SELECT 0</think>", "SELECT 1"));

    assertThat(((Generation.Drafted) generate()).sql().text()).isEqualTo("SELECT 1");
  }

  @Test
  void repairsWithTheStatementAndItsError() {
    server.otherwise(ModelScript.pieces("SELECT 2"));
    RejectedDraft rejected =
        new RejectedDraft(new DraftSql("SELECT x"), "Unknown column 'x' in 'field list'");

    Generation generation =
        generator.repair(
            request(), rejected, Deadline.after(Duration.ofSeconds(20)), new Cancellation());

    assertThat(((Generation.Drafted) generation).sql().text()).isEqualTo("SELECT 2");
    ModelRequest sent = server.requests().get(0);
    assertThat(sent.user()).contains("有多少用户", "SELECT x", "Unknown column 'x' in 'field list'");
    assertThat(sent.system()).isEqualTo(request().prompt().system());
  }

  @Test
  void endsWithTheCancellation() throws Exception {
    server.otherwise(ModelScript.hangAfter("SELECT"));
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Generation> generation =
        CompletableFuture.supplyAsync(
            () ->
                generator.generate(
                    request(), piece -> {}, Deadline.after(Duration.ofSeconds(50)), cancellation));
    ModelCall call = server.nextCall(Duration.ofSeconds(5));

    cancellation.cancel();

    assertThat(call.awaitCallerLeft(Duration.ofSeconds(5))).isTrue();
    assertThatThrownBy(generation::join).hasRootCauseInstanceOf(CancellationException.class);
  }

  private Generation generate() {
    return generator.generate(
        request(), pieces::add, Deadline.after(Duration.ofSeconds(20)), new Cancellation());
  }

  private static GenerationRequest request() {
    Question question = Question.of("有多少用户");
    SchemaSnapshot snapshot = SchemaSnapshot.of("demo", "1", Instant.EPOCH, List.of());
    SchemaContext schema = new SchemaContext(snapshot, List.of());
    return new GenerationRequest(
        question, schema, new PromptAssembler().assemble(question, schema));
  }
}
