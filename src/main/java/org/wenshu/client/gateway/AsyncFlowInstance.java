package org.wenshu.client.gateway;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Publisher;
import org.wenshu.client.gateway.call.CallTransport;
import org.wenshu.client.gateway.call.SourcePublisher;
import org.wenshu.client.gateway.data.AgentResult;
import org.wenshu.client.gateway.data.Diagnosis;
import org.wenshu.client.gateway.data.EmbeddingsResult;
import org.wenshu.client.gateway.data.LoadResult;
import org.wenshu.client.gateway.data.NearEntity;
import org.wenshu.client.gateway.data.PromptResult;
import org.wenshu.client.gateway.data.QueryResult;
import org.wenshu.client.gateway.data.RagChunk;
import org.wenshu.client.gateway.data.RowsResult;
import org.wenshu.client.gateway.data.StreamingChunk;
import org.wenshu.client.gateway.data.StructuredResult;
import org.wenshu.client.gateway.data.TextResult;
import org.wenshu.client.gateway.data.ToolResult;
import org.wenshu.client.gateway.data.Triple;
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
import org.wenshu.client.gateway.request.ServiceRequest;
import org.wenshu.client.gateway.request.StreamableRequest;
import org.wenshu.client.gateway.request.StructuredQueryRequest;
import org.wenshu.client.gateway.request.TextCompletionRequest;
import org.wenshu.client.gateway.request.TriplesRequest;

/**
 * The twin of {@link FlowInstance} that does not wait: the same methods, with futures and
 * publishers. Cancelling a future or a subscription abandons the call. Nothing is sent before a
 * publisher is subscribed to and asked for something; each takes one subscriber. Safe for many
 * threads.
 */
public final class AsyncFlowInstance {
  private final CallTransport transport;
  private final String flow;

  AsyncFlowInstance(CallTransport transport, String flow) {
    this.transport = transport;
    this.flow = flow;
  }

  /** The id of the flow. */
  public String flow() {
    return flow;
  }

  /** Sends any request; the named methods do no more. */
  public <T> CompletableFuture<T> request(ServiceRequest<T, ?> request) {
    return transport.start(request.on(flow));
  }

  /** Sends any request and takes the answer in chunks. */
  public <C> Publisher<C> stream(StreamableRequest<?, C, ?> request) {
    return new SourcePublisher<>(() -> transport.open(request.streamOn(flow)));
  }

  /** Asks the agent and waits for nothing but its answer. */
  public CompletableFuture<AgentResult> agent(AgentRequest request) {
    return request(request);
  }

  /** Asks the agent; its thoughts and observations come before its answer. */
  public Publisher<StreamingChunk> agentStream(AgentRequest request) {
    return stream(request);
  }

  /** Has the language model write a text. */
  public CompletableFuture<TextResult> textCompletion(TextCompletionRequest request) {
    return request(request);
  }

  /** Has the language model write a text, in chunks. */
  public Publisher<RagChunk> textCompletionStream(TextCompletionRequest request) {
    return stream(request);
  }

  /** Answers from the graph. */
  public CompletableFuture<TextResult> graphRag(GraphRagRequest request) {
    return request(request);
  }

  /** Answers from the graph, in chunks. */
  public Publisher<RagChunk> graphRagStream(GraphRagRequest request) {
    return stream(request);
  }

  /** Answers from documents. */
  public CompletableFuture<TextResult> documentRag(DocumentRagRequest request) {
    return request(request);
  }

  /** Answers from documents, in chunks. */
  public Publisher<RagChunk> documentRagStream(DocumentRagRequest request) {
    return stream(request);
  }

  /** Has the language model answer a template. */
  public CompletableFuture<PromptResult> prompt(PromptRequest request) {
    return request(request);
  }

  /** Has the language model answer a template, in chunks. */
  public Publisher<RagChunk> promptStream(PromptRequest request) {
    return stream(request);
  }

  /** Finds entities that are near, the nearest first. */
  public CompletableFuture<List<NearEntity>> graphEmbeddingsQuery(GraphEmbeddingsRequest request) {
    return request(request);
  }

  /** Finds pieces of documents that are near, the nearest first. */
  public CompletableFuture<List<String>> documentEmbeddingsQuery(
      DocumentEmbeddingsRequest request) {
    return request(request);
  }

  /** Makes vectors of a text. */
  public CompletableFuture<EmbeddingsResult> embeddings(EmbeddingsRequest request) {
    return request(request);
  }

  /** Finds statements. */
  public CompletableFuture<List<Triple>> triplesQuery(TriplesRequest request) {
    return request(request);
  }

  /** Reads imported rows. Errors of GraphQL are part of the result. */
  public CompletableFuture<RowsResult> objectsQuery(ObjectsRequest request) {
    return request(request);
  }

  /** Calls a tool. */
  public CompletableFuture<ToolResult> mcpTool(McpToolRequest request) {
    return request(request);
  }

  /** Makes a statement of a question. */
  public CompletableFuture<QueryResult> nlpQuery(NlpQueryRequest request) {
    return request(request);
  }

  /** Answers a question with rows. */
  public CompletableFuture<StructuredResult> structuredQuery(StructuredQueryRequest request) {
    return request(request);
  }

  /** Looks at a sample of data; {@link DiagnosisRequest} says what for. */
  public CompletableFuture<Diagnosis> diagnose(DiagnosisRequest request) {
    return request(request);
  }

  /** Hands over a text to be cut into pieces and stored. */
  public CompletableFuture<LoadResult> loadText(LoadTextRequest request) {
    return request(request);
  }

  /** Hands over a document to be cut into pieces and stored. */
  public CompletableFuture<LoadResult> loadDocument(LoadDocumentRequest request) {
    return request(request);
  }
}
