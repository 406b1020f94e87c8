package org.wenshu.config;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.wenshu.protocol.http.StartGate;
import org.wenshu.schema.store.StoreMigration;
import org.wenshu.security.RoleGrants;
import org.wenshu.security.policy.AccessDefaults;
import org.wenshu.security.policy.CurrentRules;
import org.wenshu.security.policy.RuleStore;

/** Keeps the rules about who may read what ({@code wenshu.policy.*}). */
@ApplicationScoped
public class PolicyBeans {
  private static final Duration STARTING_TIME = Duration.ofSeconds(20);
  private static final Duration REFRESH = Duration.ofSeconds(10);

  @Resource private ManagedScheduledExecutorService background;

  @EJB private RuleStore rules;

  private ScheduledFuture<?> refreshes;

  /** The rules of Wenshu's own tables, beside {@code wenshu.security.role-grants, masking}. */
  @Produces
  @Singleton
  public CurrentRules currentRules(StoreMigration migration, RoleGrants grants, Config config) {
    RuleStore migrated =
        () -> {
          migration.ensure();
          return rules.load();
        };
    AccessDefaults defaults = new AccessDefaults(grants, RoleKeys.masking(config));
    return new CurrentRules(migrated, defaults, STARTING_TIME);
  }

  /** What they and {@code wenshu.guard.*} come to for each caller. */
  @Produces
  @Singleton
  CallerPolicies callerPolicies(CurrentRules current, Config config) {
    return new CallerPolicies(GuardKeys.read(config), current);
  }

  void start(
      @Observes @Initialized(ApplicationScoped.class) Object started,
      CurrentRules current,
      StartGate gate) {
    Settings settings = new Settings(ConfigProvider.getConfig(), "wenshu.policy.");
    long every = settings.duration("refresh-interval", REFRESH).toMillis();
    gate.whenOpen(() -> refresh(current, Math.max(1, every)));
  }

  private synchronized void refresh(CurrentRules current, long everyMillis) {
    refreshes =
        background.scheduleWithFixedDelay(current::refresh, 0, everyMillis, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  synchronized void stop() {
    if (refreshes != null) {
      refreshes.cancel(false);
    }
  }
}
