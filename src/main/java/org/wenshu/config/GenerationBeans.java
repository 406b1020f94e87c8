package org.wenshu.config;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.wenshu.assistant.LanguageModel;
import org.wenshu.generation.CircuitBreaker;
import org.wenshu.generation.FallbackGenerator;
import org.wenshu.generation.SqlExtraction;
import org.wenshu.generation.SqlGenerator;
import org.wenshu.generation.grammar.GrammarGenerator;
import org.wenshu.generation.model.ModelGenerator;
import org.wenshu.llm.LlmConfig;
import org.wenshu.llm.OpenAiChatModel;
import org.wenshu.operations.metrics.MeteredChatModel;
import org.wenshu.operations.metrics.Meters;
import org.wenshu.operations.metrics.ModelMetrics;
import org.wenshu.prompt.PromptAssembler;
import org.wenshu.sql.MySqlLexer;
import org.wenshu.sql.parser.Parsed;
import org.wenshu.sql.parser.QueryParser;

/** Puts the writing of SQL together: a model with the grammar behind it, or the grammar alone. */
@ApplicationScoped
public class GenerationBeans {
  private static final Logger LOG = Logger.getLogger(GenerationBeans.class.getName());
  private static final int MAX_NESTING = 64;

  private Optional<OpenAiChatModel> model = Optional.empty();

  /** Limits of the prompt ({@code wenshu.prompt.*}). */
  @Produces
  @Singleton
  public PromptAssembler promptAssembler(Config config) {
    return new PromptAssembler(GenerationKeys.prompt(config));
  }

  /** Spares questions a model known to be down. */
  @Produces
  @Singleton
  public CircuitBreaker circuitBreaker(Config config) {
    return GenerationKeys.breaker(config);
  }

  /** The generator that needs no model; one for all, because it learns a schema once. */
  @Produces
  @Singleton
  @Typed(GrammarGenerator.class)
  public GrammarGenerator grammar() {
    return new GrammarGenerator();
  }

  /** The language model, or the lack of one ({@code wenshu.llm.*}). */
  @Produces
  @Singleton
  public LanguageModel languageModel(Config config, Meters meters) {
    ModelMetrics metrics = new ModelMetrics(meters);
    Optional<LlmConfig> configured = GenerationKeys.model(config);
    if (configured.isEmpty()) {
      LOG.info("No language model is configured (wenshu.llm.base-url); the grammar answers");
      return LanguageModel.none();
    }
    LOG.log(Level.INFO, "Language model: {0}", configured.get());
    OpenAiChatModel chatModel = new OpenAiChatModel(configured.get(), metrics::used);
    model = Optional.of(chatModel);
    return new LanguageModel(
        Optional.of(new MeteredChatModel(chatModel, metrics)), configured.get().model());
  }

  /** The writer of SQL: the model with the grammar behind it, or the grammar. */
  @Produces
  @Singleton
  public SqlGenerator generator(
      LanguageModel language, CircuitBreaker breaker, GrammarGenerator grammar) {
    SqlExtraction extraction = new SqlExtraction(GenerationBeans::isQuery);
    return language
        .chat()
        .<SqlGenerator>map(
            chat -> new FallbackGenerator(new ModelGenerator(chat, extraction), grammar, breaker))
        .orElse(grammar);
  }

  private static boolean isQuery(String text) {
    return QueryParser.parse(text, MySqlLexer.code(text), MAX_NESTING) instanceof Parsed.Read;
  }

  @PreDestroy
  void endModelCalls() {
    model.ifPresent(OpenAiChatModel::close);
  }
}
