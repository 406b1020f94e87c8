package org.wenshu.config;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.wenshu.knowledge.PendingWrites;
import org.wenshu.knowledge.store.KnowledgeStores;
import org.wenshu.operations.metrics.Meters;
import org.wenshu.protocol.gateway.bulk.BulkConfig;
import org.wenshu.protocol.gateway.bulk.BulkMetrics;
import org.wenshu.protocol.gateway.bulk.BulkServices;

/** Puts bulk import and export together ({@code wenshu.bulk.*}). */
@ApplicationScoped
public class BulkBeans {
  @Resource private ManagedThreadFactory threads;

  /** Settings. */
  @Produces
  @Singleton
  public BulkConfig bulkConfig(Config config) {
    BulkConfig defaults = BulkConfig.defaults();
    Settings settings = new Settings(config, "wenshu.bulk.");
    return new BulkConfig(
        settings.number("max-sockets", defaults.maxSockets()),
        settings.number("batch-items", defaults.batchItems()),
        settings.number("batch-bytes", defaults.batchBytes()),
        settings.duration("flush-after", defaults.flushAfter()),
        settings.duration("retry", defaults.retry()),
        settings.duration("idle", defaults.idle()),
        settings.duration("patience", defaults.patience()),
        settings.duration("drain", defaults.drain()));
  }

  /** Bulk sockets. */
  @Produces
  @Singleton
  public BulkServices bulkServices(
      BulkConfig config, KnowledgeStores stores, PendingWrites pending, Meters meters) {
    return new BulkServices(config, stores, pending, new BulkMetrics(meters), threads);
  }
}
