package org.wenshu.config;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.wenshu.ask.AskDispatcher;
import org.wenshu.ask.ConversationAsk;
import org.wenshu.conversation.ConversationSweep;
import org.wenshu.conversation.Conversations;
import org.wenshu.guard.SqlGuard;
import org.wenshu.operations.metrics.RequestMetrics;
import org.wenshu.protocol.frames.FrameSenders;
import org.wenshu.protocol.rag.RagConfig;
import org.wenshu.protocol.rag.RagServices;
import org.wenshu.protocol.rag.facade.FacadeIdentity;
import org.wenshu.protocol.rag.method.CallClock;
import org.wenshu.protocol.rag.method.CallTimes;
import org.wenshu.protocol.rag.method.MethodServices;
import org.wenshu.protocol.rag.method.RagCalls;
import org.wenshu.protocol.rag.method.SchemaServices;
import org.wenshu.protocol.rag.method.Suggestions;
import org.wenshu.protocol.rag.method.VisibleSchema;
import org.wenshu.schema.SchemaCatalogue;
import org.wenshu.schema.SchemaSearch;
import org.wenshu.schema.details.SchemaDescriber;
import org.wenshu.schema.search.SimilarTables;
import org.wenshu.security.Authentication;
import org.wenshu.security.RoleGrants;
import org.wenshu.security.ratelimit.RateLimits;
import org.wenshu.suggestion.QuestionSuggester;

/** Puts the RAG query protocol and its HTTP facade together. */
@ApplicationScoped
public class RagBeans {
  private static final int MAX_WAITING = 2_000;
  private static final long IDLE_SECONDS = 60;

  @Resource private ManagedThreadFactory threads;

  /** Settings ({@code wenshu.rag.*}). */
  @Produces
  @Singleton
  public RagConfig ragConfig(Config config) {
    return RagKeys.read(new Settings(config, "wenshu.rag."));
  }

  private CallClock clock(RagConfig config) {
    CallTimes defaults = CallTimes.defaults();
    CallTimes times =
        new CallTimes(
            config.budget(),
            defaults.margin(),
            defaults.firstProgress(),
            defaults.progressInterval());
    return new CallClock(times, threads);
  }

  /** How callers of this protocol are known. */
  @Produces
  @Singleton
  RagCalls.Access access(
      Authentication authentication, Conversations conversations, RoleGrants grants) {
    return new RagCalls.Access(authentication, conversations, grants::of);
  }

  /** What is told of the schema, and to whom. */
  @Produces
  @Singleton
  SchemaServices schemaServices(
      SchemaCatalogue catalogue,
      SqlGuard guard,
      SchemaDescriber describer,
      SchemaSearch search,
      SimilarTables similar) {
    VisibleSchema visible =
        new VisibleSchema(
            catalogue::snapshot,
            caller -> guard.permitted(catalogue.snapshot(), caller).snapshot());
    return new SchemaServices(visible, describer, search, similar);
  }

  /** Suggestions for callers. */
  @Produces
  @Singleton
  Suggestions suggestions(QuestionSuggester suggester, SchemaCatalogue catalogue, SqlGuard guard) {
    return new PermittedSuggestions(
        suggester, caller -> guard.permitted(catalogue.snapshot(), caller));
  }

  /** Questions in conversations. */
  @Produces
  @Singleton
  ConversationAsk conversationAsk(
      AskDispatcher dispatcher, Conversations conversations, SchemaServices schema) {
    return new ConversationAsk(dispatcher, conversations, schema.visible().readable());
  }

  /** What methods render. */
  @Produces
  @Singleton
  MethodServices methodServices(
      RagCalls.Access access,
      AskDispatcher dispatcher,
      ConversationAsk conversing,
      SchemaServices schema,
      Suggestions suggestions) {
    return new MethodServices(access, dispatcher, conversing, schema, suggestions);
  }

  /** The protocol; its connections hear of conversations that expire. */
  @Produces
  @Singleton
  public RagServices ragServices(
      RagConfig config,
      MethodServices methods,
      RateLimits limits,
      RequestMetrics metrics,
      FrameSenders senders,
      ConversationSweep sweep) {
    RagCalls calls =
        new RagCalls(methods.access(), limits, metrics, clock(config), workers(config));
    RagServices services =
        new RagServices(
            config,
            methods.methods(config.maxAnswerBytes(), config.maxQuestionChars()),
            calls,
            limits,
            metrics,
            senders);
    sweep.add(services.connections());
    return services;
  }

  /** Stops what works for it. */
  void close(@Disposes RagServices services) {
    services.calls().close();
  }

  /** Whom requests without a credential act as. */
  @Produces
  @Singleton
  public FacadeIdentity facadeIdentity(RagConfig config, Authentication authentication) {
    return new FacadeIdentity(authentication, config.facade().token());
  }

  private ThreadPoolExecutor workers(RagConfig config) {
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            config.workers(),
            config.workers(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MAX_WAITING),
            threads);
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }
}
