package org.wenshu.config;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.wenshu.ask.AskDispatcher;
import org.wenshu.protocol.frames.FrameSenders;
import org.wenshu.protocol.frames.SenderConfig;
import org.wenshu.protocol.ws.WsConfig;
import org.wenshu.protocol.ws.WsServices;
import org.wenshu.security.Authentication;
import org.wenshu.security.AuthenticationConfig;

/** Puts the dialects together, and what they share. */
@ApplicationScoped
public class ProtocolBeans {
  @Resource private ManagedThreadFactory threads;

  /**
   * Who may connect: {@code wenshu.security.auth}, {@code off} or {@code required}, and {@code
   * wenshu.security.tokens}, a list of {@code token=name}.
   */
  @Produces
  @Singleton
  public Authentication authentication(Config config) {
    Settings settings = new Settings(config, "wenshu.security.");
    boolean required = !settings.text("auth", "required").equalsIgnoreCase("off");
    Map<String, String> callers = new LinkedHashMap<>();
    for (String entry : settings.list("tokens", List.of())) {
      int equals = entry.lastIndexOf('=');
      if (equals <= 0) {
        throw new IllegalArgumentException("wenshu.security.tokens holds an entry without a name");
      }
      callers.put(entry.substring(0, equals).strip(), entry.substring(equals + 1).strip());
    }
    return new Authentication(new AuthenticationConfig(required, callers));
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
      FrameSenders senders) {
    Clock clock = Clock.system(ZoneId.systemDefault());
    return new WsServices(config, authentication, dispatcher, senders, clock);
  }
}
