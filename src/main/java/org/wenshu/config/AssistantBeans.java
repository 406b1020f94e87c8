package org.wenshu.config;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.wenshu.ask.AskDispatcher;
import org.wenshu.assistant.Asking;
import org.wenshu.assistant.LanguageModel;
import org.wenshu.assistant.agent.Agent;
import org.wenshu.assistant.agent.AgentTools;
import org.wenshu.assistant.agent.AskTool;
import org.wenshu.assistant.agent.KnowledgeTool;
import org.wenshu.assistant.agent.ModelFreeAgent;
import org.wenshu.assistant.agent.SchemaTool;
import org.wenshu.assistant.agent.TriplesTool;
import org.wenshu.assistant.prompt.PromptTemplates;
import org.wenshu.assistant.retrieval.DocumentAnswers;
import org.wenshu.assistant.retrieval.GraphAnswers;
import org.wenshu.assistant.retrieval.Subgraph;
import org.wenshu.guard.SqlGuard;
import org.wenshu.knowledge.ChunkStore;
import org.wenshu.knowledge.DocumentEmbeddings;
import org.wenshu.knowledge.GraphEmbeddings;
import org.wenshu.knowledge.TripleStore;
import org.wenshu.knowledge.configuration.ConfigurationStore;
import org.wenshu.knowledge.embedding.EmbeddingModel;
import org.wenshu.knowledge.embedding.HashedEmbedding;
import org.wenshu.knowledge.library.Chunker;
import org.wenshu.knowledge.library.JdbcArrivals;
import org.wenshu.knowledge.library.JdbcLibrary;
import org.wenshu.knowledge.library.Library;
import org.wenshu.knowledge.library.TextLoader;
import org.wenshu.knowledge.tables.StoreAccess;
import org.wenshu.llm.EmbeddingConfig;
import org.wenshu.llm.OpenAiEmbeddingModel;
import org.wenshu.operations.metrics.Meters;
import org.wenshu.protocol.gateway.GatewayConfig;
import org.wenshu.protocol.http.StartGate;
import org.wenshu.schema.SchemaCatalogue;
import org.wenshu.schema.SchemaSearch;

/** Puts together what answers from several sources, and what brings texts in. */
@ApplicationScoped
public class AssistantBeans {
  private static final Logger LOG = Logger.getLogger(AssistantBeans.class.getName());
  private static final int LOADERS = 2;
  private static final int MAX_WAITING = 10_000;
  private static final int MOST_PASSAGES = 5;

  @Resource private ManagedThreadFactory threads;
  @Resource private ManagedScheduledExecutorService background;

  private Optional<OpenAiEmbeddingModel> remote = Optional.empty();

  /** Texts as vectors ({@code wenshu.embedding.*}). */
  @Produces
  @Singleton
  public EmbeddingModel embeddingModel(Config config) {
    Optional<EmbeddingConfig> configured = EmbeddingKeys.read(config);
    if (configured.isEmpty()) {
      LOG.info("No embedding model is configured (wenshu.embedding.model); words are hashed");
      return new HashedEmbedding();
    }
    LOG.log(Level.INFO, "Embedding model: {0}", configured.get());
    remote = Optional.of(new OpenAiEmbeddingModel(configured.get()));
    return remote.get();
  }

  @PreDestroy
  void endModelCalls() {
    remote.ifPresent(OpenAiEmbeddingModel::close);
  }

  /** Prompts that clients write. */
  @Produces
  @Singleton
  public PromptTemplates promptTemplates(ConfigurationStore configuration) {
    return new PromptTemplates(configuration);
  }

  /** Asks the database. */
  @Produces
  @Singleton
  public Asking asking(AskDispatcher dispatcher) {
    return new Asking(dispatcher);
  }

  /** Answers from triples. */
  @Produces
  @Singleton
  public GraphAnswers graphAnswers(
      TripleStore triples,
      GraphEmbeddings embeddings,
      EmbeddingModel vectors,
      PromptTemplates prompts,
      LanguageModel model) {
    Subgraph subgraph = new Subgraph(triples, embeddings, vectors);
    return new GraphAnswers(subgraph, triples, prompts, model);
  }

  /** Answers from documents. */
  @Produces
  @Singleton
  public DocumentAnswers documentAnswers(
      DocumentEmbeddings documents,
      EmbeddingModel vectors,
      PromptTemplates prompts,
      LanguageModel model) {
    return new DocumentAnswers(documents, vectors, prompts, model);
  }

  /** Finds tables for agents. */
  @Produces
  @Singleton
  SchemaTool schemaTool(SchemaSearch search, SchemaCatalogue catalogue, SqlGuard guard) {
    return new SchemaTool(
        search, caller -> guard.permitted(catalogue.snapshot(), caller).snapshot());
  }

  /** What agents may use. */
  @Produces
  @Singleton
  AgentTools agentTools(
      Asking asking, SchemaTool schema, TripleStore triples, DocumentAnswers documents) {
    KnowledgeTool passages =
        new KnowledgeTool(
            "documents",
            "Finds passages of documents by words.",
            (words, task) ->
                documents.passages(
                    words, task.collection(), MOST_PASSAGES, task.deadline(), task.cancellation()));
    return new AgentTools(
        List.of(schema, new AskTool(asking), new TriplesTool(triples), passages),
        task -> List.of());
  }

  /** The agent. */
  @Produces
  @Singleton
  Agent agent(
      LanguageModel model,
      PromptTemplates prompts,
      Asking asking,
      AgentTools tools,
      DocumentAnswers documents) {
    ModelFreeAgent modelFree =
        new ModelFreeAgent(
            new AskTool(asking),
            (words, task) ->
                DocumentAnswers.sentences(
                    words,
                    documents.passages(
                        words,
                        task.collection(),
                        MOST_PASSAGES,
                        task.deadline(),
                        task.cancellation())));
    return new Agent(model, prompts, tools, modelFree);
  }

  /** The library. */
  @Produces
  @Singleton
  public Library library(StoreAccess access) {
    return new JdbcLibrary(access);
  }

  /** Brings texts in. */
  @Produces
  @Singleton
  public TextLoader textLoader(
      StoreAccess access,
      ChunkStore chunks,
      DocumentEmbeddings embeddings,
      TripleStore triples,
      EmbeddingModel vectors,
      GatewayConfig config,
      Meters meters) {
    ThreadPoolExecutor loaders =
        new ThreadPoolExecutor(
            LOADERS, LOADERS, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>(LOADERS), threads);
    loaders.allowCoreThreadTimeOut(true);
    TextLoader loader =
        new TextLoader(
            new JdbcArrivals(access, MAX_WAITING),
            new TextLoader.Stores(chunks, embeddings, triples),
            vectors,
            Chunker.standard(),
            config.budget(),
            loaders);
    meters.gauge(
        "wenshu_texts_waiting", "Texts accepted and not yet stored, of all nodes", loader::waiting);
    return loader;
  }

  /** Takes up at once what an earlier run has left, and from then on what others leave. */
  void start(
      @Observes @Initialized(ApplicationScoped.class) Object started,
      TextLoader loader,
      StartGate gate) {
    gate.whenOpen(
        () -> {
          var unused =
              background.scheduleWithFixedDelay(
                  loader::tick, 0, TextLoader.TICK.toMillis(), TimeUnit.MILLISECONDS);
        });
  }

  /** Stops it. */
  void close(@Disposes TextLoader loader) {
    loader.close();
  }
}
