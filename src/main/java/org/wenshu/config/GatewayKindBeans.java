package org.wenshu.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wenshu.assistant.Asking;
import org.wenshu.assistant.LanguageModel;
import org.wenshu.assistant.agent.Agent;
import org.wenshu.assistant.agent.AgentTools;
import org.wenshu.assistant.prompt.PromptTemplates;
import org.wenshu.assistant.retrieval.DocumentAnswers;
import org.wenshu.assistant.retrieval.GraphAnswers;
import org.wenshu.knowledge.DocumentEmbeddings;
import org.wenshu.knowledge.GraphEmbeddings;
import org.wenshu.knowledge.KnowledgeCollections;
import org.wenshu.knowledge.KnowledgeCores;
import org.wenshu.knowledge.RowStore;
import org.wenshu.knowledge.TripleStore;
import org.wenshu.knowledge.configuration.ConfigurationStore;
import org.wenshu.knowledge.embedding.EmbeddingModel;
import org.wenshu.knowledge.flow.Flows;
import org.wenshu.knowledge.library.Library;
import org.wenshu.knowledge.library.TextLoader;
import org.wenshu.knowledge.row.RowGraph;
import org.wenshu.knowledge.row.RowSchemas;
import org.wenshu.protocol.gateway.GatewayConfig;
import org.wenshu.protocol.gateway.data.DiagnosisService;
import org.wenshu.protocol.gateway.data.DocumentEmbeddingsService;
import org.wenshu.protocol.gateway.data.EmbeddingsService;
import org.wenshu.protocol.gateway.data.GraphEmbeddingsService;
import org.wenshu.protocol.gateway.data.McpToolService;
import org.wenshu.protocol.gateway.data.NearestVectors;
import org.wenshu.protocol.gateway.data.NlpQueryService;
import org.wenshu.protocol.gateway.data.ObjectsService;
import org.wenshu.protocol.gateway.data.StructuredQueryService;
import org.wenshu.protocol.gateway.data.TriplesService;
import org.wenshu.protocol.gateway.library.CollectionService;
import org.wenshu.protocol.gateway.library.CoreService;
import org.wenshu.protocol.gateway.library.LibrarianService;
import org.wenshu.protocol.gateway.library.LoadService;
import org.wenshu.protocol.gateway.model.AgentService;
import org.wenshu.protocol.gateway.model.DocumentRagService;
import org.wenshu.protocol.gateway.model.GraphRagService;
import org.wenshu.protocol.gateway.model.PromptService;
import org.wenshu.protocol.gateway.model.TextCompletion;
import org.wenshu.protocol.gateway.service.ConfigService;
import org.wenshu.protocol.gateway.service.FlowService;
import org.wenshu.protocol.gateway.service.GatewayService;

/** Puts the services of the gateway together, one for each kind. */
@ApplicationScoped
public class GatewayKindBeans {
  /** Services that keep things. */
  record Keeping(List<GatewayService> services) {}

  /** Services that answer with text. */
  record Telling(List<GatewayService> services) {}

  /** Services that answer with data. */
  record Finding(List<GatewayService> services) {}

  /** Services over rows, samples and tools. */
  record Structured(List<GatewayService> services) {}

  /** What is managed. */
  @Produces
  @Singleton
  Keeping keeping(
      ConfigurationStore configuration,
      Flows flows,
      Library library,
      KnowledgeCollections collections,
      KnowledgeCores cores,
      TextLoader loader) {
    return new Keeping(
        List.of(
            ConfigService.over(configuration),
            FlowService.over(flows),
            LibrarianService.over(library, collections, flows, loader),
            new CoreService(cores, flows),
            CollectionService.over(collections, loader)));
  }

  /** What is answered in words. */
  @Produces
  @Singleton
  Telling telling(
      GatewayConfig config,
      LanguageModel model,
      PromptTemplates prompts,
      Agent agent,
      GraphAnswers graph,
      DocumentAnswers documents) {
    Duration budget = config.budget();
    return new Telling(
        List.of(
            new TextCompletion(model, budget),
            new PromptService(prompts, model, budget),
            new AgentService(agent, budget),
            new GraphRagService(graph, budget),
            new DocumentRagService(documents, budget)));
  }

  /** What is looked up. */
  @Produces
  @Singleton
  Finding finding(
      GatewayConfig config,
      EmbeddingModel vectors,
      TripleStore triples,
      GraphEmbeddings entities,
      DocumentEmbeddings documents,
      Asking asking) {
    Duration budget = config.budget();
    NearestVectors nearest = new NearestVectors(vectors, budget);
    return new Finding(
        List.of(
            new EmbeddingsService(vectors, budget),
            new TriplesService(triples),
            new GraphEmbeddingsService(entities, nearest),
            new DocumentEmbeddingsService(documents, nearest),
            new NlpQueryService(asking, budget),
            new StructuredQueryService(asking, budget)));
  }

  /** What imported rows are looked up by. */
  @Produces
  @Singleton
  Structured structured(
      GatewayConfig config, ConfigurationStore configuration, RowStore rows, AgentTools tools) {
    RowSchemas schemas = new RowSchemas(configuration);
    return new Structured(
        List.of(
            new ObjectsService(new RowGraph(rows, schemas)),
            new DiagnosisService(schemas),
            new McpToolService(tools, config.budget())));
  }

  /** All of them. */
  @Produces
  @Singleton
  GatewayKinds gatewayKinds(
      Keeping keeping, Telling telling, Finding finding, Structured structured, TextLoader loader) {
    List<GatewayService> ofFlows = new ArrayList<>(telling.services());
    ofFlows.addAll(finding.services());
    ofFlows.addAll(structured.services());
    ofFlows.add(LoadService.texts(loader));
    ofFlows.add(LoadService.documents(loader));
    return new GatewayKinds(keeping.services(), ofFlows);
  }
}
