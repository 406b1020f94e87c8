package org.wenshu.config;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.microprofile.config.Config;
import org.wenshu.ask.AskDispatcher;
import org.wenshu.operations.metrics.RequestMetrics;
import org.wenshu.protocol.frames.FrameSenders;
import org.wenshu.protocol.frames.SenderConfig;
import org.wenshu.protocol.http.StartGate;
import org.wenshu.protocol.ws.WsConfig;
import org.wenshu.protocol.ws.WsServices;
import org.wenshu.protocol.ws.feed.FeedServices;
import org.wenshu.security.Authentication;

/** Puts the dialects together, and what they share. */
@ApplicationScoped
public class ProtocolBeans {
  @Resource private ManagedThreadFactory threads;

  /** What begins with the application waits behind it. */
  @Produces
  @Singleton
  public StartGate startGate() {
    return new StartGate();
  }

  /** Limits of sending ({@code wenshu.sender.*}), and the threads for it. */
  @Produces
  @Singleton
  public FrameSenders frameSenders(Config config) {
    SenderConfig defaults = SenderConfig.defaults();
    Settings settings = new Settings(config, "wenshu.sender.");
    return new FrameSenders(
        new SenderConfig(
            settings.number("max-waiting-chars", defaults.maxWaitingChars()),
            settings.duration("stall-timeout", defaults.stallTimeout()),
            settings.duration("ping-interval", defaults.pingInterval()),
            settings.number("max-threads", defaults.maxThreads())),
        threads);
  }

  /** Settings of the text2sql stream ({@code wenshu.ws.*}). */
  @Produces
  @Singleton
  public WsConfig wsConfig(Config config) {
    return WsKeys.read(new Settings(config, "wenshu.ws."));
  }

  /** The text2sql stream. */
  @Produces
  @Singleton
  public WsServices wsServices(
      WsConfig config,
      Authentication authentication,
      AskDispatcher dispatcher,
      FrameSenders senders,
      RequestMetrics metrics,
      FeedServices feed) {
    Clock clock = Clock.system(ZoneId.systemDefault());
    return new WsServices(config, authentication, dispatcher, senders, metrics, feed, clock);
  }
}
