package org.wenshu.config;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import org.wenshu.ask.AskDispatcher;
import org.wenshu.audit.AuditJournal;
import org.wenshu.execution.QueryExecutor;
import org.wenshu.feed.live.LiveAudit;
import org.wenshu.feed.live.LiveQuestions;
import org.wenshu.feed.live.LiveSteps;
import org.wenshu.guard.SqlGuard;
import org.wenshu.operations.metrics.Meters;
import org.wenshu.schema.SchemaCatalogue;

/** Puts live questions together ({@code wenshu.feed.live.*}). */
@ApplicationScoped
public class LiveBeans {
  @Resource private ManagedThreadFactory threads;

  /** Questions that stay open. */
  @Produces
  @Singleton
  public LiveQuestions liveQuestions(Config config, LiveSteps steps, Meters meters) {
    LiveQuestions live =
        new LiveQuestions(
            steps,
            FeedKeys.live(new Settings(config, "wenshu.feed.live.")),
            Clock.systemUTC(),
            threads);
    meters.gauge("wenshu_live_questions_open", "Different live questions", live::size);
    meters.counted(
        "wenshu_live_executions_total", "Runs of live questions after the first", live::executions);
    return live;
  }

  /** What they are answered with. */
  @Produces
  @Singleton
  LiveSteps liveSteps(
      AskDispatcher dispatcher,
      SqlGuard guard,
      QueryExecutor executor,
      SchemaCatalogue catalogue,
      AuditJournal journal,
      CallerPolicies policies) {
    LiveAudit audit = new LiveAudit(journal, policies::version, Clock.systemUTC());
    return new LiveSteps(dispatcher, guard, executor, catalogue::snapshot, audit);
  }

  /** Stops them. */
  void close(@Disposes LiveQuestions live) {
    live.close();
  }
}
