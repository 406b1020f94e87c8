package org.wenshu.config;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.wenshu.ask.AnswerCache;
import org.wenshu.audit.AuditConfig;
import org.wenshu.execution.DatabaseProbe;
import org.wenshu.generation.CircuitBreaker;
import org.wenshu.operations.health.CacheCheck;
import org.wenshu.operations.health.CacheCheck.CacheUse;
import org.wenshu.operations.health.DatabaseCheck;
import org.wenshu.operations.health.FacadeState;
import org.wenshu.operations.health.Health;
import org.wenshu.operations.health.HealthCheck;
import org.wenshu.operations.health.MemoryCheck;
import org.wenshu.operations.health.ModelCheck;
import org.wenshu.operations.health.SchemaCheck;
import org.wenshu.protocol.rag.facade.FacadeIdentity;
import org.wenshu.schema.SchemaCatalogue;

/** Puts together what is looked after ({@code wenshu.health.*}). */
@ApplicationScoped
public class HealthBeans {
  @Resource(lookup = StoreDatabase.JNDI_NAME)
  private DataSource store;

  @Resource private ManagedExecutorService background;

  /** The checks, in the order of the report. */
  @Produces
  @Singleton
  Health health(
      Config config,
      TargetPool target,
      AuditConfig audit,
      SchemaCatalogue catalogue,
      CircuitBreaker breaker,
      AnswerCache answers,
      FacadeIdentity identity) {
    Optional<CircuitBreaker> model = GenerationKeys.model(config).map(configured -> breaker);
    List<HealthCheck> checks =
        List.of(
            new DatabaseCheck(
                DatabaseCheck.NAME,
                true,
                new DatabaseProbe(target)::answers,
                () -> Optional.of(target.use())),
            new DatabaseCheck(
                DatabaseCheck.STORE,
                audit.required(),
                new DatabaseProbe(store)::answers,
                Optional::empty),
            new SchemaCheck(catalogue::current),
            new ModelCheck(model),
            new MemoryCheck(),
            new CacheCheck(() -> use(answers)));
    Supplier<FacadeState> facade = () -> new FacadeState(identity.isKnown(), Optional.empty());
    return new Health(checks, facade, OperationsKeys.health(config), background);
  }

  private static Optional<CacheUse> use(AnswerCache answers) {
    return answers.maxBytes() == 0
        ? Optional.empty()
        : Optional.of(new CacheUse(answers.size(), answers.bytes(), answers.maxBytes()));
  }
}
