package org.wenshu.client.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wenshu.WenshuDeployment;
import org.wenshu.client.ReadyServer;
import org.wenshu.client.Wenshu;
import org.wenshu.client.gateway.call.ItemStream;
import org.wenshu.client.gateway.data.AgentObservation;
import org.wenshu.client.gateway.data.AgentThought;
import org.wenshu.client.gateway.data.ConfigValue;
import org.wenshu.client.gateway.data.CorePart;
import org.wenshu.client.gateway.data.RagChunk;
import org.wenshu.client.gateway.data.StreamingChunk;
import org.wenshu.client.gateway.data.Triple;
import org.wenshu.client.gateway.error.LlmException;
import org.wenshu.client.gateway.request.AgentRequest;
import org.wenshu.client.gateway.request.DocumentEmbeddingsRequest;
import org.wenshu.client.gateway.request.DocumentRagRequest;
import org.wenshu.client.gateway.request.GraphRagRequest;
import org.wenshu.client.gateway.request.LoadTextRequest;
import org.wenshu.client.gateway.request.PromptRequest;
import org.wenshu.client.gateway.request.TextCompletionRequest;
import org.wenshu.client.gateway.request.TriplesRequest;
import org.wenshu.llm.ModelScript;
import org.wenshu.llm.ScriptedModelServer;
import org.wenshu.protocol.ws.InContainerSession;

/** What the services answer from what was stored before, whole and in chunks, on every way. */
class GatewayAnswersSdkIT extends WenshuDeployment {
  private static final String FLOW = "default";
  private static final String USER = "sdk-answers";
  private static Wenshu wenshu;

  @BeforeAll
  static void storesWhatIsAskedFor() throws Exception {
    scripts(InContainerSession.model());
    wenshu = ReadyServer.client();
    Gateway gateway = wenshu.gateway();
    FlowInstance flow = gateway.socket().flow(FLOW);
    TriplesRequest about = TriplesRequest.all().user(USER).collection("kg");
    ReadyServer.await(() -> flow.triplesQuery(about).isEmpty());
    gateway
        .config()
        .put(
            List.of(
                new ConfigValue(
                    "prompt",
                    "template.sdk",
                    "{\"prompt\":\"Welcome {{name}}\",\"response-type\":\"text\"}")));
    Triple sells = Triple.of("http://x/sdk-acme", "http://x/sells", "nuts");
    gateway.knowledge().putCore("answers", USER, CorePart.ofTriples(List.of(sells)));
    gateway.knowledge().loadCore("answers", USER, FLOW, "kg");
    flow.loadText(
        LoadTextRequest.of("Nuts are stored in hall seven.").user(USER).collection("docs"));
    ReadyServer.await(() -> !flow.triplesQuery(about).isEmpty());
    ReadyServer.await(() -> !flow.documentEmbeddingsQuery(inDocuments("stored nuts")).isEmpty());
  }

  private static DocumentEmbeddingsRequest inDocuments(String words) {
    return DocumentEmbeddingsRequest.of(words).user(USER).collection("docs");
  }

  private static void scripts(ScriptedModelServer model) {
    model.when("Welcome Ann", ModelScript.pieces("Hello ", "Ann"));
    model.when("Question: Who sells nuts?", ModelScript.pieces("Acme ", "sells them."));
    model.when("Question: Where are nuts?", ModelScript.pieces("Hall ", "seven."));
    model.when("几个用户", ModelScript.sql("SELECT COUNT(*) AS n FROM users"));
    model.when(
        "Question: How many users?",
        ModelScript.text(
            "Thought: I ask.\nAction: ask\nArgs: {\"question\":\"有几个用户\"}\nObservation: "),
        ModelScript.text("Thought: I know.\nFinal Answer: Several users."));
    model.when("sdk half", ModelScript.cutAfter("beginning"));
    model.when("sdk broken", ModelScript.status(400));
    model.when("sdk long", ModelScript.pieces("x".repeat(600_000), "é".repeat(300_000)));
  }

  @AfterAll
  static void close() {
    wenshu.close();
    InContainerSession.model().reset();
  }

  private static FlowByWay flow(Way way) {
    return new FlowByWay(wenshu.gateway(), FLOW, way);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void answersFromWhatWasStored(Way way) {
    FlowByWay flow = flow(way);
    PromptRequest prompt = PromptRequest.of("sdk", Map.of("name", "Ann"));
    assertThat(flow.ask(prompt).text()).isEqualTo("Hello Ann");
    assertThat(FlowByWay.text(flow.stream(prompt))).isEqualTo("Hello Ann");
    GraphRagRequest graph = GraphRagRequest.of("Who sells nuts?").user(USER).collection("kg");
    assertThat(flow.ask(graph).text()).isEqualTo("Acme sells them.");
    assertThat(FlowByWay.text(flow.stream(graph))).isEqualTo("Acme sells them.");
    DocumentRagRequest documents =
        DocumentRagRequest.of("Where are nuts?").user(USER).collection("docs");
    assertThat(flow.ask(documents).text()).isEqualTo("Hall seven.");
    assertThat(FlowByWay.text(flow.stream(documents))).isEqualTo("Hall seven.");
    assertThat(flow.ask(inDocuments("stored nuts")).get(0)).contains("hall seven");
  }

  @Test
  void showsTheStepsOfTheAgent() {
    List<StreamingChunk> steps =
        flow(Way.SOCKET).stream(AgentRequest.of("How many users?").user(USER));
    assertThat(steps.get(0)).isInstanceOf(AgentThought.class);
    assertThat(steps).anyMatch(step -> step instanceof AgentObservation);
    assertThat(FlowByWay.text(steps)).contains("SELECT COUNT(*)", "Several users.");
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"SOCKET", "HTTP"})
  void aModelThatFailsIsATypedError(Way way) {
    assertThatThrownBy(() -> flow(way).ask(TextCompletionRequest.of("s", "sdk broken")))
        .isInstanceOf(LlmException.class);
    List<String> before = new ArrayList<>();
    try (ItemStream<RagChunk> half =
        wenshu
            .gateway()
            .socket()
            .flow(FLOW)
            .textCompletionStream(TextCompletionRequest.of("s", "sdk half"))) {
      assertThatThrownBy(() -> half.forEach(chunk -> before.add(chunk.content())))
          .isInstanceOf(LlmException.class);
    }
    assertThat(String.join("", before)).isEqualTo("beginning");
  }

  @Test
  void longTextsComeWholeInManyChunks() {
    List<RagChunk> chunks = flow(Way.SOCKET).stream(TextCompletionRequest.of("s", "sdk long"));
    assertThat(FlowByWay.text(chunks)).hasSize(900_000);
    assertThat(chunks.size()).isGreaterThan(1);
  }
}
