package org.wenshu.config;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.wenshu.knowledge.configuration.ConfigurationStore;
import org.wenshu.knowledge.configuration.JdbcConfigurationStore;
import org.wenshu.knowledge.flow.Flows;
import org.wenshu.knowledge.tables.StoreAccess;
import org.wenshu.operations.metrics.Meters;
import org.wenshu.operations.metrics.RequestMetrics;
import org.wenshu.protocol.frames.FrameSenders;
import org.wenshu.protocol.gateway.GatewayConfig;
import org.wenshu.protocol.gateway.GatewayServices;
import org.wenshu.protocol.gateway.service.ServiceCalls;
import org.wenshu.protocol.gateway.service.ServiceDirectory;
import org.wenshu.protocol.gateway.service.ServiceWatch;
import org.wenshu.protocol.gateway.socket.SocketConnections;
import org.wenshu.schema.store.StoreMigration;
import org.wenshu.security.Authentication;

/** Puts the gateway together. */
@ApplicationScoped
public class GatewayBeans {
  private static final int MAX_WAITING = 2_000;
  private static final long IDLE_SECONDS = 60;

  @Resource(lookup = StoreDatabase.JNDI_NAME)
  private DataSource store;

  @Resource private ManagedThreadFactory threads;

  /** Settings ({@code wenshu.gateway.*}). */
  @Produces
  @Singleton
  public GatewayConfig gatewayConfig(Config config) {
    return GatewayKeys.read(new Settings(config, "wenshu.gateway."));
  }

  /** Our own tables. */
  @Produces
  @Singleton
  public StoreAccess storeAccess(StoreMigration migration) {
    return new StoreAccess(store, migration::ensure);
  }

  /** What clients configure. */
  @Produces
  @Singleton
  public ConfigurationStore configurationStore(StoreAccess access) {
    return new JdbcConfigurationStore(access);
  }

  /** What runs. */
  @Produces
  @Singleton
  public Flows flows(ConfigurationStore configuration) {
    return new Flows(configuration);
  }

  /** How services are called. */
  @Produces
  @Singleton
  public ServiceCalls serviceCalls(
      GatewayConfig config, Flows flows, GatewayKinds kinds, Meters meters) {
    ServiceDirectory directory = new ServiceDirectory(flows, kinds.global(), kinds.ofFlows());
    ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, threads);
    clock.setRemoveOnCancelPolicy(true);
    return new ServiceCalls(
        directory, new ServiceWatch(meters), config.budget(), workers(config), clock);
  }

  /** Stops them. */
  void close(@Disposes ServiceCalls calls) {
    calls.close();
  }

  /** The gateway. */
  @Produces
  @Singleton
  public GatewayServices gatewayServices(
      GatewayConfig config, Authentication authentication, Flows flows, ServiceCalls calls) {
    return new GatewayServices(config, authentication, flows, calls);
  }

  /** The sockets. */
  @Produces
  @Singleton
  public SocketConnections socketConnections(
      GatewayConfig config,
      ServiceCalls calls,
      FrameSenders senders,
      RequestMetrics metrics,
      Meters meters) {
    SocketConnections sockets = new SocketConnections(config, calls, senders, metrics);
    meters.gauge(
        "wenshu_gateway_requests_outstanding",
        "Requests of sockets that are worked on or wait",
        sockets::outstanding);
    return sockets;
  }

  private ThreadPoolExecutor workers(GatewayConfig config) {
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
