package org.wenshu.config;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.wenshu.conversation.ConversationConfig;
import org.wenshu.conversation.ConversationStore;
import org.wenshu.conversation.ConversationSweep;
import org.wenshu.conversation.Conversations;
import org.wenshu.conversation.store.DeadlineStore;
import org.wenshu.schema.store.StoreMigration;

/** Puts conversations together ({@code wenshu.conversation.*}), and has them swept. */
@ApplicationScoped
public class ConversationBeans {
  @Resource private ManagedExecutorService threads;

  @Resource private ManagedScheduledExecutorService background;

  @EJB private ConversationStore rows;

  private ScheduledFuture<?> sweeps;

  /** How long and how many. */
  @Produces
  @Singleton
  public ConversationConfig conversationConfig() {
    return ConversationKeys.read(ConfigProvider.getConfig());
  }

  /** Where they are kept. */
  @Produces
  @Singleton
  DeadlineStore conversationStore(StoreMigration migration, ConversationConfig config) {
    return new DeadlineStore(rows, migration::ensure, threads, config.timeout());
  }

  /** What dialects work with. */
  @Produces
  @Singleton
  public Conversations conversations(DeadlineStore store, ConversationConfig config) {
    return new Conversations(store, config, Clock.systemUTC());
  }

  /** What tells dialects of an end. */
  @Produces
  @Singleton
  public ConversationSweep conversationSweep(DeadlineStore store, ConversationConfig config) {
    return new ConversationSweep(store, config, Clock.systemUTC());
  }

  void start(
      @Observes @Initialized(ApplicationScoped.class) Object started,
      ConversationSweep sweep,
      ConversationConfig config) {
    long every = Math.max(1, config.sweepInterval().toMillis());
    sweeps = background.scheduleWithFixedDelay(sweep, every, every, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    if (sweeps != null) {
      sweeps.cancel(false);
    }
  }
}
