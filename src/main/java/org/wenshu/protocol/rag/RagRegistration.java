package org.wenshu.protocol.rag;

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

/** Puts the endpoint, and the gate before it, on its path. */
@WebListener
public class RagRegistration implements ServletContextListener {
  /** Fixed by the contract. */
  private static final String PATH = "/mcp";

  @Inject private RagServices services;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    FilterRegistration.Dynamic gate =
        context.addFilter(UpgradeGate.class.getName(), new UpgradeGate(services));
    gate.setAsyncSupported(true);
    gate.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, PATH);
    ServerContainer container =
        (ServerContainer) context.getAttribute(ServerContainer.class.getName());
    try {
      container.addEndpoint(
          ServerEndpointConfig.Builder.create(RagEndpoint.class, PATH)
              .configurator(new EndpointFactory(services))
              .build());
    } catch (DeploymentException e) {
      throw new IllegalStateException("Cannot listen on " + PATH, e);
    }
  }

  /** Makes an endpoint for each connection; the gate has judged its origin before. */
  private static final class EndpointFactory extends ServerEndpointConfig.Configurator {
    private final RagServices services;

    EndpointFactory(RagServices services) {
      this.services = services;
    }

    @Override
    public boolean checkOrigin(String origin) {
      return true;
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
      return type.cast(new RagEndpoint(services));
    }
  }
}
