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
import java.util.EnumSet;

/**
 * Puts the endpoint, and the gate before it, on the configured paths. When the application stops,
 * questions on their way may end; then every connection is closed with 1001.
 */
@WebListener
public class WsRegistration implements ServletContextListener {
  @Inject private WsServices services;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    String[] paths = services.config().paths().toArray(String[]::new);
    FilterRegistration.Dynamic gate =
        context.addFilter(HandshakeGate.class.getName(), new HandshakeGate(services));
    gate.setAsyncSupported(true);
    gate.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, paths);
    ServerContainer container =
        (ServerContainer) context.getAttribute(ServerContainer.class.getName());
    for (String path : paths) {
      register(container, path);
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    services.dispatcher().close();
    services.senders().close();
  }

  private void register(ServerContainer container, String path) {
    try {
      container.addEndpoint(
          ServerEndpointConfig.Builder.create(WsEndpoint.class, path)
              .configurator(new EndpointFactory(services))
              .build());
    } catch (DeploymentException e) {
      throw new IllegalStateException("Cannot listen on " + path, e);
    }
  }

  /** Makes an endpoint for each connection; the gate has judged its origin before. */
  private static final class EndpointFactory extends ServerEndpointConfig.Configurator {
    private final WsServices services;

    EndpointFactory(WsServices services) {
      this.services = services;
    }

    @Override
    public boolean checkOrigin(String origin) {
      return true;
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
      return type.cast(new WsEndpoint(services));
    }
  }
}
