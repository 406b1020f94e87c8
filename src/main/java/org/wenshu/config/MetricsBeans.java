package org.wenshu.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.wenshu.ask.AskObserver;
import org.wenshu.operations.metrics.Meters;
import org.wenshu.operations.metrics.MetricsConfig;
import org.wenshu.operations.metrics.QuestionMetrics;
import org.wenshu.operations.metrics.RequestMetrics;
import org.wenshu.security.Authentication;

/** Puts the meters together, and what is measured by them. */
@ApplicationScoped
public class MetricsBeans {
  /** All meters of this server. */
  @Produces
  @Singleton
  public Meters meters() {
    return new Meters().withProcess();
  }

  /** Forgets them. */
  public void close(@Disposes Meters meters) {
    meters.close();
  }

  /** Who may read them: callers we know, or everybody where authentication is off. */
  @Produces
  @Singleton
  public MetricsConfig metricsConfig(Config config, Authentication authentication) {
    return OperationsKeys.metrics(config, authentication.isRequired());
  }

  /** For dialects to tell of their requests. */
  @Produces
  @Singleton
  public RequestMetrics requestMetrics(Meters meters) {
    return new RequestMetrics(meters);
  }

  /** Watches questions. */
  @Produces
  @Singleton
  public AskObserver askObserver(Meters meters) {
    return new QuestionMetrics(meters);
  }
}
