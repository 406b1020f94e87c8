package org.wenshu.protocol.gateway.bulk;

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

/** Puts the bulk sockets on their paths, and ends them in order when the server stops. */
@WebListener
public class BulkRegistration implements ServletContextListener {
  private static final String EXPORTS = "/api/v1/flow/{flow}/export/{kind}";

  @Inject private BulkServices services;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    FilterRegistration.Dynamic gate =
        context.addFilter(BulkGate.class.getName(), new BulkGate(services));
    gate.setAsyncSupported(true);
    gate.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/api/v1/flow/*");
    ServerContainer container =
        (ServerContainer) context.getAttribute(ServerContainer.class.getName());
    try {
      container.addEndpoint(
          ServerEndpointConfig.Builder.create(ExportEndpoint.class, EXPORTS)
              .configurator(new EndpointFactory(services))
              .build());
    } catch (DeploymentException e) {
      throw new IllegalStateException("Cannot listen on " + EXPORTS, e);
    }
  }

  /** Before the server closes sockets in its own way, which clients would take for a success. */
  @Override
  public void contextDestroyed(ServletContextEvent event) {
    services.close();
  }

  /** Makes an endpoint for each export; the gate of the gateway has judged its origin. */
  private static final class EndpointFactory extends ServerEndpointConfig.Configurator {
    private final BulkServices services;

    EndpointFactory(BulkServices services) {
      this.services = services;
    }

    @Override
    public boolean checkOrigin(String origin) {
      return true;
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
      return type.cast(new ExportEndpoint(services));
    }
  }
}
