package org.wenshu.client.gateway;

import java.util.List;
import org.wenshu.client.gateway.call.Answers;
import org.wenshu.client.gateway.call.CallTransport;
import org.wenshu.client.gateway.call.ItemStream;
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
 * The services of a flow, over HTTP or over the socket, with the same methods and results. Over
 * HTTP an answer in chunks comes as one chunk. All methods wait for the server, up to the time that
 * the client was given; chunks start that time anew. Safe for many threads; a stream is for one.
 *
 * <p>Failures are {@link org.wenshu.client.WenshuException}s: those of package {@code error} when
 * the server reports them, {@link org.wenshu.client.ConnectionException}, {@link
 * org.wenshu.client.RequestTimeoutException} and {@link org.wenshu.client.ProtocolException} when
 * there is no proper answer.
 */
public final class FlowInstance {
  private final CallTransport transport;
  private final String flow;

  FlowInstance(CallTransport transport, String flow) {
    this.transport = transport;
    this.flow = flow;
  }

  /** The id of the flow. */
  public String flow() {
    return flow;
  }

  /** Sends any request; the named methods do no more. */
  public <T> T request(ServiceRequest<T, ?> request) {
    return Answers.await(transport.start(request.on(flow)));
  }

  /** Sends any request and takes the answer in chunks. The stream must be closed or read out. */
  public <C> ItemStream<C> stream(StreamableRequest<?, C, ?> request) {
    return ItemStream.over(transport.open(request.streamOn(flow)));
  }

  /** Asks the agent and waits for nothing but its answer. */
  public AgentResult agent(AgentRequest request) {
    return request(request);
  }

  /** Asks the agent; its thoughts and observations come before its answer. */
  public ItemStream<StreamingChunk> agentStream(AgentRequest request) {
    return stream(request);
  }

  /** Has the language model write a text. */
  public TextResult textCompletion(TextCompletionRequest request) {
    return request(request);
  }

  /** Has the language model write a text, in chunks. */
  public ItemStream<RagChunk> textCompletionStream(TextCompletionRequest request) {
    return stream(request);
  }

  /** Answers from the graph. */
  public TextResult graphRag(GraphRagRequest request) {
    return request(request);
  }

  /** Answers from the graph, in chunks. */
  public ItemStream<RagChunk> graphRagStream(GraphRagRequest request) {
    return stream(request);
  }

  /** Answers from documents. */
  public TextResult documentRag(DocumentRagRequest request) {
    return request(request);
  }

  /** Answers from documents, in chunks. */
  public ItemStream<RagChunk> documentRagStream(DocumentRagRequest request) {
    return stream(request);
  }

  /** Has the language model answer a template. */
  public PromptResult prompt(PromptRequest request) {
    return request(request);
  }

  /** Has the language model answer a template, in chunks. */
  public ItemStream<RagChunk> promptStream(PromptRequest request) {
    return stream(request);
  }

  /** Finds entities that are near, the nearest first. */
  public List<NearEntity> graphEmbeddingsQuery(GraphEmbeddingsRequest request) {
    return request(request);
  }

  /** Finds pieces of documents that are near, the nearest first. */
  public List<String> documentEmbeddingsQuery(DocumentEmbeddingsRequest request) {
    return request(request);
  }

  /** Makes vectors of a text. */
  public EmbeddingsResult embeddings(EmbeddingsRequest request) {
    return request(request);
  }

  /** Finds statements. */
  public List<Triple> triplesQuery(TriplesRequest request) {
    return request(request);
  }

  /** Reads imported rows. Errors of GraphQL are part of the result. */
  public RowsResult objectsQuery(ObjectsRequest request) {
    return request(request);
  }

  /** Calls a tool. */
  public ToolResult mcpTool(McpToolRequest request) {
    return request(request);
  }

  /** Makes a statement of a question. */
  public QueryResult nlpQuery(NlpQueryRequest request) {
    return request(request);
  }

  /** Answers a question with rows. */
  public StructuredResult structuredQuery(StructuredQueryRequest request) {
    return request(request);
  }

  /** Looks at a sample of data; {@link DiagnosisRequest} says what for. */
  public Diagnosis diagnose(DiagnosisRequest request) {
    return request(request);
  }

  /** Hands over a text to be cut into pieces and stored. */
  public LoadResult loadText(LoadTextRequest request) {
    return request(request);
  }

  /** Hands over a document to be cut into pieces and stored. */
  public LoadResult loadDocument(LoadDocumentRequest request) {
    return request(request);
  }
}
