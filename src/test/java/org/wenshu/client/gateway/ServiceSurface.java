package org.wenshu.client.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.data.AgentResult;
import org.wenshu.client.gateway.data.Diagnosis;
import org.wenshu.client.gateway.data.Embedding;
import org.wenshu.client.gateway.data.EmbeddingsResult;
import org.wenshu.client.gateway.data.LoadResult;
import org.wenshu.client.gateway.data.NearEntity;
import org.wenshu.client.gateway.data.PromptResult;
import org.wenshu.client.gateway.data.QueryResult;
import org.wenshu.client.gateway.data.RowsResult;
import org.wenshu.client.gateway.data.StructuredResult;
import org.wenshu.client.gateway.data.TextResult;
import org.wenshu.client.gateway.data.ToolResult;
import org.wenshu.client.gateway.data.Triple;
import org.wenshu.client.gateway.data.Value;
import org.wenshu.client.gateway.request.AgentRequest;
import org.wenshu.client.gateway.request.DiagnosisRequest;
import org.wenshu.client.gateway.request.DocumentEmbeddingsRequest;
import org.wenshu.client.gateway.request.DocumentRagRequest;
import org.wenshu.client.gateway.request.EmbeddingsRequest;
import org.wenshu.client.gateway.request.GraphEmbeddingsRequest;
import org.wenshu.client.gateway.request.GraphRagRequest;
import org.wenshu.client.gateway.request.LoadDocumentRequest;
import org.wenshu.client.gateway.request.LoadTextRequest;
import org.wenshu.client.gateway.request.McpToolRequest;
import org.wenshu.client.gateway.request.NlpQueryRequest;
import org.wenshu.client.gateway.request.ObjectsRequest;
import org.wenshu.client.gateway.request.PromptRequest;
import org.wenshu.client.gateway.request.StructuredQueryRequest;
import org.wenshu.client.gateway.request.TextCompletionRequest;
import org.wenshu.client.gateway.request.TriplesRequest;

/** The table of section 6.3: each service, what it sends, what it is answered, what is read. */
final class ServiceSurface {
  static final String OWN = "'user':'me','collection':'c'";

  private ServiceSurface() {}

  /** A service that answers at once. */
  record Row<T>(
      String service,
      boolean streams,
      Function<FlowInstance, T> sync,
      Function<AsyncFlowInstance, CompletableFuture<T>> async,
      String body,
      String response,
      T expected) {
    T call(Way way, Gateway gateway) {
      return way.async ? async.apply(way.asyncFlow(gateway)).join() : sync.apply(way.flow(gateway));
    }

    @Override
    public String toString() {
      return service + " " + (body.length() > 40 ? body.substring(0, 40) : body);
    }
  }

  private static <T> Row<T> row(
      String service,
      Function<FlowInstance, T> sync,
      Function<AsyncFlowInstance, CompletableFuture<T>> async,
      String body,
      String response,
      Function<JsonNode, T> expected) {
    boolean streams =
        List.of("agent", "text-completion", "prompt", "graph-rag", "document-rag")
            .contains(service);
    String answer = quoted(response);
    return new Row<>(
        service,
        streams,
        sync,
        async,
        quoted(body),
        answer,
        expected.apply(GatewayJson.parse(answer, "row")));
  }

  static String quoted(String text) {
    return text.replace('\'', '"');
  }

  private static TextResult text(String text, JsonNode json) {
    return new TextResult(text, Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), json);
  }

  static List<Row<?>> rows() {
    return Stream.of(models(), graph(), data(), documents()).<Row<?>>flatMap(List::stream).toList();
  }

  private static List<Row<?>> models() {
    AgentRequest agent = AgentRequest.of("q").user("me").group(List.of("*")).state(Map.of("a", 1));
    TextCompletionRequest completion = TextCompletionRequest.of("s", "p");
    PromptRequest prompt = PromptRequest.of("id", Map.of("a", 1));
    GraphRagRequest graph = GraphRagRequest.of("q").user("me").collection("c").entityLimit(7);
    DocumentRagRequest document = DocumentRagRequest.of("q").user("me").collection("c");
    return List.of(
        row(
            "agent",
            flow -> flow.agent(agent),
            flow -> flow.agent(agent),
            "{'question':'q','user':'me','group':['*'],'state':{'a':1}}",
            "{'answer':'yes','end_of_message':true,'end_of_dialog':true}",
            json -> new AgentResult("yes", json)),
        row(
            "text-completion",
            flow -> flow.textCompletion(completion),
            flow -> flow.textCompletion(completion),
            "{'system':'s','prompt':'p'}",
            "{'response':'well','model':'m','in_token':3,'out_token':4,'end_of_stream':true}",
            json ->
                new TextResult(
                    "well", Optional.of("m"), OptionalInt.of(3), OptionalInt.of(4), json)),
        row(
            "prompt",
            flow -> flow.prompt(prompt),
            flow -> flow.prompt(prompt),
            "{'id':'id','variables':{'a':1}}",
            "{'text':'t','response':'t','end_of_stream':true}",
            json -> new PromptResult("t", Optional.empty())),
        row(
            "prompt",
            flow -> flow.prompt(prompt),
            flow -> flow.prompt(prompt),
            "{'id':'id','variables':{'a':1}}",
            "{'object':'{\\\"k\\\":[1]}','end_of_stream':true}",
            json ->
                new PromptResult(
                    quoted("{'k':[1]}"),
                    Optional.of(GatewayJson.parse(quoted("{'k':[1]}"), "row")))),
        row(
            "graph-rag",
            flow -> flow.graphRag(graph),
            flow -> flow.graphRag(graph),
            "{'query':'q',"
                + OWN
                + ",'entity-limit':7,'triple-limit':30,'max-subgraph-size':1000,"
                + "'max-path-length':2}",
            "{'response':'Acme','end_of_stream':true}",
            json -> text("Acme", json)),
        row(
            "document-rag",
            flow -> flow.documentRag(document.docLimit(3)),
            flow -> flow.documentRag(document.docLimit(3)),
            "{'query':'q'," + OWN + ",'doc-limit':3}",
            "{'response':'Acme','end_of_stream':true}",
            json -> text("Acme", json)));
  }

  private static List<Row<?>> graph() {
    GraphEmbeddingsRequest near = GraphEmbeddingsRequest.of("t").user("me").collection("c");
    DocumentEmbeddingsRequest pieces =
        DocumentEmbeddingsRequest.of(List.of(Embedding.of(0.5f, 1))).user("me").collection("c");
    TriplesRequest triples =
        TriplesRequest.all().subject("urn:s").object(Value.literal("o")).user("me").limit(9);
    return List.of(
        row(
            "embeddings",
            flow -> flow.embeddings(EmbeddingsRequest.of("t")),
            flow -> flow.embeddings(EmbeddingsRequest.of("t")),
            "{'text':'t'}",
            "{'vectors':[[0.25,-1]]}",
            json -> new EmbeddingsResult(List.of(Embedding.of(0.25f, -1)))),
        row(
            "graph-embeddings",
            flow -> flow.graphEmbeddingsQuery(near),
            flow -> flow.graphEmbeddingsQuery(near),
            "{'text':'t'," + OWN + ",'limit':10}",
            "{'entities':[{'v':'urn:a','e':true,'score':0.5},{'v':'b','e':false}]}",
            json ->
                List.of(
                    new NearEntity(Value.uri("urn:a"), OptionalDouble.of(0.5)),
                    new NearEntity(Value.literal("b"), OptionalDouble.empty()))),
        row(
            "document-embeddings",
            flow -> flow.documentEmbeddingsQuery(pieces),
            flow -> flow.documentEmbeddingsQuery(pieces),
            "{'vectors':[[0.5,1.0]]," + OWN + ",'limit':10}",
            "{'chunks':['one','two']}",
            json -> List.of("one", "two")),
        row(
            "triples",
            flow -> flow.triplesQuery(triples),
            flow -> flow.triplesQuery(triples),
            "{'limit':9,'s':{'v':'urn:s','e':true},'o':{'v':'o','e':false},'user':'me'}",
            "{'response':[{'s':{'v':'urn:s','e':true},'p':{'v':'urn:p','e':true},"
                + "'o':{'v':'o','e':false}}]}",
            json ->
                List.of(new Triple(Value.uri("urn:s"), Value.uri("urn:p"), Value.literal("o")))));
  }

  private static List<Row<?>> data() {
    ObjectsRequest objects =
        ObjectsRequest.of("{t{a}}")
            .user("me")
            .collection("c")
            .variables(Map.of("n", 1))
            .operationName("Q");
    McpToolRequest tool = McpToolRequest.of("n", Map.of("x", true));
    NlpQueryRequest nlp = NlpQueryRequest.of("q").maxResults(5);
    StructuredQueryRequest structured = StructuredQueryRequest.of("q").user("me").collection("c");
    return List.of(
        row(
            "objects",
            flow -> flow.objectsQuery(objects),
            flow -> flow.objectsQuery(objects),
            "{'query':'{t{a}}'," + OWN + ",'variables':{'n':1},'operation_name':'Q'}",
            "{'data':{'t':[{'a':1}]},'errors':[{'message':'m','path':['t',0]}]}",
            json ->
                new RowsResult(
                    Optional.of(json.get("data")),
                    List.of(new RowsResult.RowsError("m", List.of("t", "0"))),
                    Optional.empty())),
        row(
            "mcp-tool",
            flow -> flow.mcpTool(tool),
            flow -> flow.mcpTool(tool),
            "{'name':'n','parameters':{'x':true}}",
            "{'text':'done'}",
            json -> new ToolResult(Optional.of("done"), Optional.empty())),
        row(
            "mcp-tool",
            flow -> flow.mcpTool(tool),
            flow -> flow.mcpTool(tool),
            "{'name':'n','parameters':{'x':true}}",
            "{'object':{'k':1}}",
            json -> new ToolResult(Optional.empty(), Optional.of(json.get("object")))),
        row(
            "nlp-query",
            flow -> flow.nlpQuery(nlp),
            flow -> flow.nlpQuery(nlp),
            "{'question':'q','max_results':5}",
            "{'graphql_query':'{t{a}}','variables':{},'detected_schemas':['t'],"
                + "'confidence':0.8,'sql':'SELECT 1'}",
            json ->
                new QueryResult(
                    "{t{a}}", Optional.of("SELECT 1"), List.of("t"), OptionalDouble.of(0.8), json)),
        row(
            "structured-query",
            flow -> flow.structuredQuery(structured),
            flow -> flow.structuredQuery(structured),
            "{'question':'q'," + OWN + "}",
            "{'data':{'t':[]},'errors':[],'sql':'SELECT 1'}",
            json ->
                new StructuredResult(
                    Optional.of(json.get("data")), List.of(), Optional.of("SELECT 1"), json)));
  }

  private static List<Row<?>> documents() {
    Triple triple = Triple.of("urn:s", "urn:p", "o");
    LoadTextRequest text = LoadTextRequest.of("x").metadata(List.of(triple)).user("me");
    LoadDocumentRequest document = LoadDocumentRequest.of(new byte[] {'x'}, "d1").collection("c");
    String id = "2714b2b4-067a-fa3f-c50b-93cd02819148";
    return List.of(
        diagnosis(
            DiagnosisRequest.detectType("a,b"),
            "{'operation':'detect-type','sample':'a,b'}",
            "{'operation':'detect-type','detected-type':'csv','confidence':0.8}"),
        diagnosis(
            DiagnosisRequest.generateDescriptor("a", "csv", "t").options(Map.of("o", 1)),
            "{'operation':'generate-descriptor','sample':'a','type':'csv','schema-name':'t',"
                + "'options':{'o':1}}",
            "{'descriptor':{'format':{'type':'csv'}}}"),
        diagnosis(
            DiagnosisRequest.diagnose("a").schema("t"),
            "{'operation':'diagnose','sample':'a','schema-name':'t'}",
            "{'detected-type':'csv','confidence':0.8,'descriptor':{}}"),
        diagnosis(
            DiagnosisRequest.selectSchema("a"),
            "{'operation':'schema-selection','sample':'a'}",
            "{'schema-matches':['t']}"),
        row(
            "text-load",
            flow -> flow.loadText(text),
            flow -> flow.loadText(text),
            "{'id':'"
                + id
                + "','text':'eA==','metadata':[{'s':{'v':'urn:s','e':true},"
                + "'p':{'v':'urn:p','e':true},'o':{'v':'o','e':false}}],'charset':'utf-8',"
                + "'user':'me'}",
            "{}",
            json -> new LoadResult(id, json)),
        row(
            "document-load",
            flow -> flow.loadDocument(document),
            flow -> flow.loadDocument(document),
            "{'id':'d1','data':'eA==','metadata':[],'collection':'c'}",
            "{}",
            json -> new LoadResult("d1", json)));
  }

  private static Row<Diagnosis> diagnosis(DiagnosisRequest request, String body, String answer) {
    return row(
        "structured-diag",
        flow -> flow.diagnose(request),
        flow -> flow.diagnose(request),
        body,
        answer,
        json ->
            new Diagnosis(
                GatewayJson.optionalText(json, "detected-type"),
                GatewayJson.optionalDouble(json, "confidence"),
                GatewayJson.optional(json, "descriptor"),
                GatewayJson.list(json, "schema-matches", JsonNode::asText),
                json));
  }
}
