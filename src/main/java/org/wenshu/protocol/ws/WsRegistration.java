package org.wenshu.protocol.ws;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts the endpoint, and the gate before it, on the configured paths. When the application stops,
 * questions on their way may end; then every connection is closed with 1001.
 */
@WebListener
public class WsRegistration implements ServletContextListener {
  private static final String ROOT = "/";

  /** Payara cuts all connections five seconds after it was told to end, whoever is still busy. */
  private static final Duration WHILE_ENDING = Duration.ofSeconds(3);

  @Inject private WsServices services;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    Set<String> paths = new LinkedHashSet<>(services.config().paths());
    Set<String> feedPaths = new LinkedHashSet<>();
    for (String path : services.feed().config().paths()) {
      feedPaths.add(path);
      if (!path.equals(ROOT)) {
        feedPaths.add("/api/v1" + path);
      }
    }
    paths.forEach(feedPaths::remove);
    String[] patterns =
        Stream.concat(paths.stream(), feedPaths.stream())
            .filter(path -> !path.equals(ROOT))
            .map(path -> path.replace("{symbol}", "*"))
            .toArray(String[]::new);
    addGate(context, "", new HandshakeGate(services, false), patterns);
    if (feedPaths.contains(ROOT)) {
      // Servers do not agree on which pattern means the root alone.
      addGate(context, ".root", new HandshakeGate(services, true), "/*");
    }
    ServerContainer container =
        (ServerContainer) context.getAttribute(ServerContainer.class.getName());
    paths.forEach(path -> register(container, path, true, false));
    feedPaths.forEach(path -> register(container, path, false, greets(path)));
  }

  private static void addGate(
      ServletContext context, String suffix, HandshakeGate gate, String... patterns) {
    FilterRegistration.Dynamic added =
        context.addFilter(HandshakeGate.class.getName() + suffix, gate);
    added.setAsyncSupported(true);
    added.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, patterns);
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    long began = System.nanoTime();
    services.feed().sessions().announceShutdown();
    if (isCutShort(event.getServletContext())) {
      Duration spent = Duration.ofNanos(System.nanoTime() - began);
      services.dispatcher().close(WHILE_ENDING.minus(spent));
    } else {
      services.dispatcher().close();
    }
    services.senders().close();
  }

  /** Whether the process ends, on a server that then lets nobody have his time. */
  private static boolean isCutShort(ServletContext context) {
    Object container = context.getAttribute(ServerContainer.class.getName());
    return container.getClass().getName().startsWith("org.glassfish.tyrus.") && isProcessEnding();
  }

  private static boolean isProcessEnding() {
    Thread probe = new Thread(() -> {}, "probe");
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException ending) {
      return true;
    }
  }

  /** Paths that are named after the feed greet; those that only stand in for {@code /ws} do not. */
  private static boolean greets(String path) {
    return !path.endsWith("/") && !path.endsWith("/v1") && !path.endsWith("/ingest");
  }

  private void register(ServerContainer container, String path, boolean shared, boolean dedicated) {
    try {
      container.addEndpoint(
          ServerEndpointConfig.Builder.create(WsEndpoint.class, path)
              .configurator(new EndpointFactory(services, shared, dedicated))
              .build());
    } catch (DeploymentException e) {
      throw new IllegalStateException("Cannot listen on " + path, e);
    }
  }

  /** Makes an endpoint for each connection; the gate has judged its origin before. */
  private static final class EndpointFactory extends ServerEndpointConfig.Configurator {
    private final WsServices services;
    private final boolean shared;
    private final boolean dedicated;

    EndpointFactory(WsServices services, boolean shared, boolean dedicated) {
      this.services = services;
      this.shared = shared;
      this.dedicated = dedicated;
    }

    @Override
    public boolean checkOrigin(String origin) {
      return true;
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
      return type.cast(new WsEndpoint(services, services.requests(shared), dedicated));
    }
  }
}
