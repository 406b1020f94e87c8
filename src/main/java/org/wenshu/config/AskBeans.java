package org.wenshu.config;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.wenshu.ask.AnswerCache;
import org.wenshu.ask.AskAudit;
import org.wenshu.ask.AskConfig;
import org.wenshu.ask.AskDispatcher;
import org.wenshu.ask.AskObserver;
import org.wenshu.ask.AskService;
import org.wenshu.ask.AskSteps;
import org.wenshu.ask.Insights;
import org.wenshu.audit.AuditJournal;
import org.wenshu.execution.PlanReader;
import org.wenshu.execution.QueryExecutor;
import org.wenshu.generation.SqlGenerator;
import org.wenshu.guard.SqlGuard;
import org.wenshu.knowledge.glossary.CurrentGlossary;
import org.wenshu.operations.metrics.Meters;
import org.wenshu.prompt.PromptAssembler;
import org.wenshu.schema.SchemaLinker;
import org.wenshu.values.ValueLinker;

/** Puts the path of a question together. */
@ApplicationScoped
public class AskBeans {
  private static final int ANSWER_BYTES = 100_000_000;
  private static final Duration ANSWER_LIFETIME = Duration.ofMinutes(10);

  @Resource private ManagedThreadFactory threads;

  /** Limits of asking ({@code wenshu.ask.*}). */
  @Produces
  @Singleton
  public AskConfig askConfig(Config config) {
    AskConfig defaults = AskConfig.defaults();
    Settings settings = new Settings(config, "wenshu.ask.");
    return new AskConfig(
        settings.number("parallel", defaults.parallel()),
        settings.duration("max-wait", defaults.maxWait()),
        settings.number("max-waiting", defaults.maxWaiting()),
        settings.duration("timeout", defaults.timeout()),
        settings.duration("shutdown-wait", defaults.shutdownWait()));
  }

  /** The steps, in their order. */
  @Produces
  @Singleton
  public AskSteps askSteps(
      CurrentGlossary glossary,
      SchemaLinker schemaLinker,
      PromptAssembler promptAssembler,
      SqlGenerator generator,
      ValueLinker valueLinker,
      SqlGuard guard,
      QueryExecutor executor,
      PlanReader plans,
      AnswerCache answers) {
    return new AskSteps(
        glossary,
        schemaLinker,
        promptAssembler,
        generator,
        valueLinker,
        guard,
        executor,
        new Insights(plans),
        answers);
  }

  /** Answers that may be given again ({@code wenshu.cache.*}). */
  @Produces
  @Singleton
  public AnswerCache answerCache(Config config, Meters meters) {
    Settings settings = new Settings(config, "wenshu.cache.");
    AnswerCache answers =
        new AnswerCache(
            settings.number("max-bytes", ANSWER_BYTES),
            settings.duration("lifetime", ANSWER_LIFETIME));
    meters.counted("rag_cache_hits_total", "Answers given again", answers::hits);
    meters.counted("rag_cache_misses_total", "Answers not there to give again", answers::misses);
    meters.gauge("wenshu_cache_bytes", "Size of the answers kept", () -> (double) answers.bytes());
    return answers;
  }

  /** Closed by the listener that stops the sockets, because the order matters there. */
  @Produces
  @Singleton
  AskDispatcher askDispatcher(
      AskSteps steps,
      AskConfig config,
      AuditJournal journal,
      CallerPolicies policies,
      AskObserver observer) {
    AskAudit audit = new AskAudit(journal, policies::version, observer);
    return new AskDispatcher(new AskService(steps, config), config, audit, threads);
  }
}
