package org.wenshu.client.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wenshu.WenshuDeployment;
import org.wenshu.client.HandshakeRefusedException;
import org.wenshu.client.ReadyServer;
import org.wenshu.client.TokenSource;
import org.wenshu.client.Wenshu;
import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.data.AgentAnswer;
import org.wenshu.client.gateway.data.AgentThought;
import org.wenshu.client.gateway.data.CollectionMetadata;
import org.wenshu.client.gateway.data.ConfigKey;
import org.wenshu.client.gateway.data.ConfigValue;
import org.wenshu.client.gateway.data.Document;
import org.wenshu.client.gateway.data.DocumentMetadata;
import org.wenshu.client.gateway.data.RagChunk;
import org.wenshu.client.gateway.data.StreamingChunk;
import org.wenshu.client.gateway.data.Triple;
import org.wenshu.client.gateway.error.FlowException;
import org.wenshu.client.gateway.error.GatewayException;
import org.wenshu.client.gateway.error.LlmException;
import org.wenshu.client.gateway.error.LoadException;
import org.wenshu.client.gateway.error.StructuredQueryException;
import org.wenshu.client.gateway.error.UnexpectedException;
import org.wenshu.client.gateway.request.AgentRequest;
import org.wenshu.client.gateway.request.DiagnosisRequest;
import org.wenshu.client.gateway.request.DocumentRagRequest;
import org.wenshu.client.gateway.request.EmbeddingsRequest;
import org.wenshu.client.gateway.request.GraphEmbeddingsRequest;
import org.wenshu.client.gateway.request.GraphRagRequest;
import org.wenshu.client.gateway.request.LoadTextRequest;
import org.wenshu.client.gateway.request.McpToolRequest;
import org.wenshu.client.gateway.request.NlpQueryRequest;
import org.wenshu.client.gateway.request.ObjectsRequest;
import org.wenshu.client.gateway.request.PromptRequest;
import org.wenshu.client.gateway.request.ServiceRequest;
import org.wenshu.client.gateway.request.StreamableRequest;
import org.wenshu.client.gateway.request.StructuredQueryRequest;
import org.wenshu.client.gateway.request.TextCompletionRequest;
import org.wenshu.client.gateway.request.TriplesRequest;
import org.wenshu.client.gateway.rest.StatusException;
import org.wenshu.llm.ModelScript;
import org.wenshu.protocol.ws.InContainerSession;

/** The calls that a client makes (contract, section 7), through the client, on a real server. */
class GatewaySdkIT extends WenshuDeployment {
  private static final String FLOW = "default";
  private static Wenshu wenshu;

  @BeforeAll
  static void awaitServer() throws Exception {
    var model = InContainerSession.model();
    model.when("greet", ModelScript.pieces("Hello ", "world"));
    model.when("几个用户", ModelScript.sql("SELECT COUNT(*) AS n FROM users"));
    model.when("删掉", ModelScript.sql("DROP TABLE users"));
    model.when(
        "Question: Hello?", ModelScript.text("Thought: easy\nFinal Answer: Hello to you too."));
    wenshu = ReadyServer.client();
    ReadyServer.awaitAnswer(
        () -> wenshu.gateway().flow().id(FLOW).structuredQuery(StructuredQueryRequest.of("有几个用户")));
  }

  @AfterAll
  static void close() {
    wenshu.close();
    InContainerSession.model().reset();
  }

  private static <T> T ask(Way way, ServiceRequest<T, ?> request) {
    return new FlowByWay(wenshu.gateway(), FLOW, way).ask(request);
  }

  private static <C> List<C> stream(Way way, StreamableRequest<?, C, ?> request) {
    return new FlowByWay(wenshu.gateway(), FLOW, way).stream(request);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void answersFromModels(Way way) {
    TextCompletionRequest completion = TextCompletionRequest.of("s", "greet");
    assertThat(ask(way, completion).text()).isEqualTo("Hello world");
    assertThat(ask(way, AgentRequest.of("Hello?")).answer()).isEqualTo("Hello to you too.");
    GraphRagRequest graph = GraphRagRequest.of("greet").user("sdk").collection("none");
    assertThat(ask(way, graph).text()).isNotEmpty();
    assertThat(ask(way, DocumentRagRequest.of("greet").user("sdk")).text()).isNotEmpty();
    assertThatThrownBy(() -> ask(way, PromptRequest.of("none", Map.of())))
        .isInstanceOf(LlmException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"SOCKET", "ASYNC_SOCKET"})
  void streamsFromModels(Way way) {
    List<RagChunk> pieces = stream(way, TextCompletionRequest.of("s", "greet"));
    assertThat(FlowByWay.text(pieces)).isEqualTo("Hello world");
    assertThat(pieces.size()).isGreaterThan(1);
    assertThat(pieces.get(pieces.size() - 1).endOfStream()).isTrue();
    List<StreamingChunk> dialog = stream(way, AgentRequest.of("Hello?"));
    assertThat(dialog.get(0)).isInstanceOf(AgentThought.class);
    List<AgentAnswer> answer =
        dialog.stream().filter(AgentAnswer.class::isInstance).map(AgentAnswer.class::cast).toList();
    assertThat(FlowByWay.text(answer)).isEqualTo("Hello to you too.");
    assertThat(answer.get(answer.size() - 1).endOfDialog()).isTrue();
    assertThat(FlowByWay.text(stream(way, GraphRagRequest.of("greet").user("sdk")))).isNotEmpty();
    assertThat(FlowByWay.text(stream(way, DocumentRagRequest.of("greet").user("sdk"))))
        .isNotEmpty();
    assertThatThrownBy(() -> stream(way, PromptRequest.of("none", Map.of())))
        .matches(failure -> Answers.cause(failure) instanceof LlmException);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void asksTheDatabaseAndItsTools(Way way) {
    var rows = ask(way, StructuredQueryRequest.of("有几个用户"));
    assertThat(rows.data().orElseThrow().path("users").get(0).path("n").isNumber()).isTrue();
    assertThat(rows.sql().orElseThrow()).contains("COUNT");
    assertThat(ask(way, NlpQueryRequest.of("有几个用户")).schemas()).containsExactly("users");
    assertThatThrownBy(() -> ask(way, StructuredQueryRequest.of("删掉用户表")))
        .isInstanceOf(StructuredQueryException.class);
    McpToolRequest search = McpToolRequest.of("schema-search", Map.of("words", "users"));
    assertThat(ask(way, search).text().orElseThrow()).contains("users");
    assertThatThrownBy(() -> ask(way, McpToolRequest.of("none", Map.of())))
        .isInstanceOf(UnexpectedException.class)
        .extracting(failure -> ((UnexpectedException) failure).code())
        .isEqualTo("tool-error");
    assertThat(ask(way, DiagnosisRequest.detectType("a,b\n1,2")).type()).hasValue("csv");
    assertThat(ask(way, DiagnosisRequest.detectType("{\"a\":1}")).type()).hasValue("json");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void embedsSearchesAndLoads(Way way) {
    assertThat(ask(way, EmbeddingsRequest.of("bolts")).vectors().get(0).dimension())
        .isGreaterThan(10);
    assertThat(ask(way, GraphEmbeddingsRequest.of("x").user("none"))).isEmpty();
    assertThat(ask(way, TriplesRequest.all().user("none"))).isEmpty();
    LoadTextRequest text = LoadTextRequest.of("Bolts are stored in hall four.").user("sdk-text");
    assertThat(ask(way, text).id()).hasSize(36);
    assertThatThrownBy(() -> ask(way, LoadTextRequest.of("x").charset("none")))
        .isInstanceOf(LoadException.class);
    ConfigValue schema =
        new ConfigValue(
            "schema",
            "sdk_parts",
            "{\"name\":\"sdk_parts\",\"fields\":[{\"name\":\"a\",\"type\":\"string\"}]}");
    wenshu.gateway().config().put(List.of(schema));
    assertThat(ask(way, ObjectsRequest.of("{sdk_parts{a}}").user("none")).data().orElseThrow())
        .hasToString("{\"sdk_parts\":[]}");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void unknownFlowsAreSaidSo(Way way) {
    TriplesRequest request = TriplesRequest.all();
    assertThatThrownBy(
            () -> {
              if (way.async) {
                Answers.await(way.asyncFlow(wenshu.gateway()).triplesQuery(request));
              } else {
                way.flow(wenshu.gateway()).triplesQuery(request);
              }
            })
        .isInstanceOf(GatewayException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"HTTP", "SOCKET"})
  void managesFlowsAndConfiguration(Way way) {
    Admin admin = Admin.of(way, wenshu.gateway());
    FlowApi flows = admin.flow();
    assertThat(flows.list()).contains(FLOW);
    assertThat(flows.get(FLOW).interfaces()).contains("graph-rag", "agent");
    String name = "sdk-" + way;
    JsonNode blueprint = GatewayJson.parse("{\"interfaces\":{\"x\":1}}", "blueprint");
    flows.putBlueprint(name, blueprint);
    assertThat(flows.getBlueprint(name).path("interfaces").has("x")).isTrue();
    assertThat(flows.listBlueprints()).contains(name);
    flows.start(name, name, "text", Map.of("m", "1"));
    assertThat(flows.get(name).parameters()).containsEntry("m", "1");
    assertThatThrownBy(() -> flows.start(name, name, "again")).isInstanceOf(FlowException.class);
    flows.stop(name);
    flows.deleteBlueprint(name);
    assertThatThrownBy(() -> flows.getBlueprint(name)).isInstanceOf(FlowException.class);

    ConfigApi config = admin.config();
    ConfigKey key = new ConfigKey(name, "k");
    config.put(List.of(new ConfigValue(name, "k", "值")));
    assertThat(config.get(List.of(key))).containsExactly(new ConfigValue(name, "k", "值"));
    assertThat(config.list(name)).containsExactly("k");
    assertThat(config.getValues(name)).hasSize(1);
    assertThat(config.all().values().get(name)).containsEntry("k", "值");
    config.delete(List.of(key));
    assertThat(config.get(List.of(key)).get(0).value()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"HTTP", "SOCKET"})
  void keepsDocumentsAndCollections(Way way) {
    Admin admin = Admin.of(way, wenshu.gateway());
    LibraryApi library = admin.library();
    String user = "lib-" + way;
    Document document =
        Document.text(user, "d1")
            .described("Terms", "c")
            .about(List.of(Triple.of("urn:d1", "urn:about", "returns")))
            .tagged(List.of("a"));
    byte[] content = "The return rate.".getBytes(StandardCharsets.UTF_8);
    library.addDocument(content, document);
    assertThatThrownBy(() -> library.addDocument(content, document))
        .isInstanceOf(UnexpectedException.class);
    DocumentMetadata kept = library.getDocument(user, "d1");
    assertThat(kept.metadata()).isEqualTo(document.metadata());
    assertThat(library.getDocuments(user)).containsExactly(kept);
    assertThat(library.getDocumentContent(user, "d1")).isEqualTo(content);
    DocumentMetadata changed = kept.described("New", "").tagged(List.of("b", "c"));
    assertThat(library.updateDocument(user, "d1", changed).title()).isEqualTo("New");
    library.startProcessing(Processing.of("p1", "d1").user(user).collection("docs"));
    assertThat(library.getProcessings(user)).hasSize(1);
    library.stopProcessing("p1", user);
    library.removeDocument(user, "d1");
    assertThat(library.getDocuments(user)).isEmpty();

    CollectionApi collections = admin.collection();
    CollectionUpdate update = CollectionUpdate.none().name("n").tags(List.of("t"));
    CollectionMetadata made = new CollectionMetadata(user, "c", "n", "", List.of("t"));
    assertThat(collections.update(user, "c", update)).isEqualTo(Optional.of(made));
    assertThat(collections.list(user, List.of("t"))).containsExactly(made);
    assertThat(collections.list(user, List.of("none"))).isEmpty();
    collections.delete(user, "c");
    assertThat(collections.list(user, List.of("t"))).isEmpty();
    assertThat(admin.knowledge().listCores(user)).isEmpty();
    assertThatThrownBy(() -> admin.knowledge().loadCore("none", user, FLOW, "c"))
        .isInstanceOf(LoadException.class);
  }

  @Test
  void sharesOneSocketAmongManyThreads() {
    AsyncFlowInstance flow = wenshu.gateway().asyncSocket().flow(FLOW);
    List<CompletableFuture<String>> answers = new ArrayList<>();
    for (int n = 0; n < 60; n++) {
      answers.add(
          flow.textCompletion(TextCompletionRequest.of("s", "greet")).thenApply(a -> a.text()));
    }
    assertThat(answers).allSatisfy(each -> assertThat(each.join()).isEqualTo("Hello world"));
  }

  @Test
  void showsMeters() {
    assertThat(wenshu.gateway().metrics().get()).contains("# TYPE");
    assertThat(wenshu.gateway().asyncMetrics().get().join()).contains("# TYPE");
  }

  @Test
  void tellsARefusedTokenApart() {
    try (Wenshu stranger = ReadyServer.client(TokenSource.fixed("wrong"))) {
      Gateway gateway = stranger.gateway();
      Function<FlowInstance, Object> ask = flow -> flow.embeddings(EmbeddingsRequest.of("x"));
      assertThatThrownBy(() -> ask.apply(gateway.flow().id(FLOW)))
          .isInstanceOf(StatusException.class)
          .hasMessage("Status code 401");
      assertThatThrownBy(() -> ask.apply(gateway.socket().flow(FLOW)))
          .isInstanceOf(HandshakeRefusedException.class)
          .hasMessageNotContaining("wrong");
    }
  }
}
