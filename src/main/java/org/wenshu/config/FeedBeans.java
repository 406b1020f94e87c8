package org.wenshu.config;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import org.wenshu.audit.AuditJournal;
import org.wenshu.feed.FeedConfig;
import org.wenshu.feed.FeedHub;
import org.wenshu.feed.live.LiveQuestions;
import org.wenshu.feed.source.Ingest;
import org.wenshu.feed.source.SourceState;
import org.wenshu.operations.metrics.Meters;
import org.wenshu.protocol.ws.feed.FeedAccess;
import org.wenshu.protocol.ws.feed.FeedCounters;
import org.wenshu.protocol.ws.feed.FeedInputs;
import org.wenshu.protocol.ws.feed.FeedServices;
import org.wenshu.protocol.ws.feed.IngestAudit;
import org.wenshu.security.Authentication;
import org.wenshu.security.RoleGrants;

/** Puts the market feed together ({@code wenshu.feed.*}). */
@ApplicationScoped
public class FeedBeans {
  @Resource private ManagedThreadFactory threads;

  /** Where sources and subscribers meet. */
  @Produces
  @Singleton
  public FeedHub feedHub(Config config, Meters meters) {
    FeedConfig settings = FeedKeys.feed(new Settings(config, "wenshu.feed."));
    FeedHub hub = new FeedHub(settings, Clock.systemUTC());
    meters.counted("wenshu_feed_ticks_total", "Ticks taken in", hub::accepted);
    meters.counted("wenshu_feed_ticks_refused_total", "Ticks refused", hub::rejected);
    return hub;
  }

  /** How the sources fare. */
  @Produces
  @Singleton
  public SourceState sourceState() {
    return new SourceState();
  }

  /** Those who bring ticks. */
  @Produces
  @Singleton
  public Ingest ingest(FeedHub hub, SourceState state) {
    return new Ingest(hub, state, Clock.systemUTC());
  }

  /** The records about them. */
  @Produces
  @Singleton
  public IngestAudit ingestAudit(AuditJournal journal) {
    return new IngestAudit(journal, Clock.systemUTC());
  }

  /** What comes in. */
  @Produces
  @Singleton
  public FeedInputs feedInputs(
      SourceState sources, Ingest ingest, IngestAudit audit, LiveQuestions live) {
    return new FeedInputs(sources, ingest, audit, live);
  }

  /** The feed on the wire. */
  @Produces
  @Singleton
  public FeedServices feedServices(
      Config config,
      FeedHub hub,
      FeedInputs inputs,
      Meters meters,
      Authentication authentication,
      RoleGrants grants) {
    FeedAccess access = new FeedAccess(!authentication.isRequired(), grants::of);
    FeedServices services =
        new FeedServices(
            FeedKeys.wire(new Settings(config, "wenshu.feed.")),
            hub,
            inputs,
            access,
            new FeedCounters(meters),
            Clock.systemUTC(),
            threads);
    meters.gauge(
        "websocket_active_connections",
        "Connections that use the feed",
        () -> services.sessions().size());
    return services;
  }

  /** Ends its threads. */
  void close(@Disposes FeedServices services) {
    services.close();
  }
}
