package org.wenshu.protocol.ws;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.server.ServerContainer;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.wenshu.protocol.http.GatedEndpoints;

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
    GatedEndpoints endpoints = new GatedEndpoints(event.getServletContext());
    String name = HandshakeGate.class.getName();
    endpoints.gate(name, new HandshakeGate(services, false), patterns);
    if (feedPaths.contains(ROOT)) {
      // Servers do not agree on which pattern means the root alone.
      endpoints.gate(name + ".root", new HandshakeGate(services, true), "/*");
    }
    paths.forEach(path -> register(endpoints, path, true, false));
    feedPaths.forEach(path -> register(endpoints, path, false, greets(path)));
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    try {
      letEnd(event.getServletContext());
    } finally {
      services.senders().close();
    }
  }

  private void letEnd(ServletContext context) {
    long began = System.nanoTime();
    services.feed().sessions().announceShutdown();
    if (isCutShort(context)) {
      Duration spent = Duration.ofNanos(System.nanoTime() - began);
      services.dispatcher().close(WHILE_ENDING.minus(spent));
    } else {
      services.dispatcher().close();
    }
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

  private void register(GatedEndpoints endpoints, String path, boolean shared, boolean dedicated) {
    endpoints.endpoint(
        path,
        WsEndpoint.class,
        () -> new WsEndpoint(services, services.requests(shared), dedicated));
  }
}
