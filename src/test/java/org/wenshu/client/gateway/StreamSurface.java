package org.wenshu.client.gateway;

import static org.wenshu.client.gateway.ServiceSurface.OWN;
import static org.wenshu.client.gateway.ServiceSurface.quoted;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow.Publisher;
import java.util.function.Function;
import org.wenshu.client.gateway.call.ItemStream;
import org.wenshu.client.gateway.data.AgentAnswer;
import org.wenshu.client.gateway.data.AgentObservation;
import org.wenshu.client.gateway.data.AgentThought;
import org.wenshu.client.gateway.data.RagChunk;
import org.wenshu.client.gateway.data.StreamingChunk;
import org.wenshu.client.gateway.request.AgentRequest;
import org.wenshu.client.gateway.request.DocumentRagRequest;
import org.wenshu.client.gateway.request.GraphRagRequest;
import org.wenshu.client.gateway.request.PromptRequest;
import org.wenshu.client.gateway.request.TextCompletionRequest;

/** The services of section 6.3 that answer in chunks. */
final class StreamSurface {
  private StreamSurface() {}

  /** A service that answers in chunks. */
  record StreamRow<C extends StreamingChunk>(
      String service,
      Function<FlowInstance, ItemStream<C>> sync,
      Function<AsyncFlowInstance, Publisher<C>> async,
      String body,
      String whole,
      List<StreamingChunk> single,
      List<String> frames,
      List<StreamingChunk> chunks) {
    List<C> stream(Way way, Gateway gateway) {
      if (way.async) {
        return Collected.of(async.apply(way.asyncFlow(gateway)));
      }
      try (ItemStream<C> stream = sync.apply(way.flow(gateway))) {
        return stream.stream().toList();
      }
    }

    @Override
    public String toString() {
      return service;
    }
  }

  static List<StreamRow<?>> streams() {
    return List.of(
        agentStream(),
        textStream(
            "text-completion",
            flow -> flow.textCompletionStream(TextCompletionRequest.of("s", "p")),
            flow -> flow.textCompletionStream(TextCompletionRequest.of("s", "p")),
            "{'system':'s','prompt':'p'}",
            "{'response':'all'}"),
        textStream(
            "prompt",
            flow -> flow.promptStream(PromptRequest.of("i", Map.of())),
            flow -> flow.promptStream(PromptRequest.of("i", Map.of())),
            "{'id':'i','variables':{}}",
            "{'text':'all'}"),
        textStream(
            "graph-rag",
            flow -> flow.graphRagStream(GraphRagRequest.of("q").user("me").collection("c")),
            flow -> flow.graphRagStream(GraphRagRequest.of("q").user("me").collection("c")),
            "{'query':'q',"
                + OWN
                + ",'entity-limit':50,'triple-limit':30,'max-subgraph-size':1000,"
                + "'max-path-length':2}",
            "{'response':'all'}"),
        textStream(
            "document-rag",
            flow -> flow.documentRagStream(DocumentRagRequest.of("q").user("me").collection("c")),
            flow -> flow.documentRagStream(DocumentRagRequest.of("q").user("me").collection("c")),
            "{'query':'q'," + OWN + ",'doc-limit':10}",
            "{'response':'all'}"));
  }

  private static StreamRow<RagChunk> textStream(
      String service,
      Function<FlowInstance, ItemStream<RagChunk>> sync,
      Function<AsyncFlowInstance, Publisher<RagChunk>> async,
      String body,
      String whole) {
    return new StreamRow<>(
        service,
        sync,
        async,
        quoted(body),
        quoted(whole),
        List.of(new RagChunk("all", true)),
        List.of(
            quoted("{'response':{'response':'a ','end_of_stream':false},'complete':false}"),
            quoted("{'response':{'chunk':'b'},'complete':false}"),
            quoted("{'response':{'response':'','end_of_stream':true},'complete':true}")),
        List.of(new RagChunk("a ", false), new RagChunk("b", false), new RagChunk("", true)));
  }

  private static StreamRow<StreamingChunk> agentStream() {
    return new StreamRow<>(
        "agent",
        flow -> flow.agentStream(AgentRequest.of("q")),
        flow -> flow.agentStream(AgentRequest.of("q")),
        quoted("{'question':'q','user':'trustgraph'}"),
        quoted("{'answer':'all'}"),
        List.of(new AgentAnswer("all", true, true)),
        List.of(
            quoted("{'response':{'chunk_type':'thought','content':'hm'},'complete':false}"),
            quoted("{'response':{'thought':'so'},'complete':false}"),
            quoted(
                "{'response':{'chunk_type':'observation','content':'3',"
                    + "'end_of_message':true},'complete':false}"),
            quoted("{'response':{'chunk_type':'answer','content':'three'},'complete':false}"),
            quoted(
                "{'response':{'chunk_type':'final-answer','content':'','end_of_message':true,"
                    + "'end_of_dialog':true}}")),
        List.of(
            new AgentThought("hm", false),
            new AgentThought("so", false),
            new AgentObservation("3", true),
            new AgentAnswer("three", false, false),
            new AgentAnswer("", true, true)));
  }
}
