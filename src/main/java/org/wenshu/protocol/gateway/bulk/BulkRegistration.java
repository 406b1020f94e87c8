package org.wenshu.protocol.gateway.bulk;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;

/** Puts the bulk sockets on their paths, and ends them in order when the server stops. */
@WebListener
public class BulkRegistration implements ServletContextListener {
  private static final String IMPORTS = "/api/v1/flow/{flow}/import/{kind}";
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
    add(container, ImportEndpoint.class, IMPORTS, () -> new ImportEndpoint(services));
    add(container, ExportEndpoint.class, EXPORTS, () -> new ExportEndpoint(services));
  }

  private static void add(
      ServerContainer container,
      Class<? extends Endpoint> type,
      String path,
      Supplier<Endpoint> endpoints) {
    try {
      container.addEndpoint(
          ServerEndpointConfig.Builder.create(type, path)
              .subprotocols(List.of(ImportReport.PROTOCOL))
              .configurator(new EndpointFactory(endpoints))
              .build());
    } catch (DeploymentException e) {
      throw new IllegalStateException("Cannot listen on " + path, e);
    }
  }

  /** Before the server closes sockets in its own way, which clients would take for a success. */
  @Override
  public void contextDestroyed(ServletContextEvent event) {
    services.close();
  }

  /** Makes an endpoint for each connection; the gate of the gateway has judged its origin. */
  private static final class EndpointFactory extends ServerEndpointConfig.Configurator {
    private final Supplier<Endpoint> endpoints;

    EndpointFactory(Supplier<Endpoint> endpoints) {
      this.endpoints = endpoints;
    }

    @Override
    public boolean checkOrigin(String origin) {
      return true;
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
      return type.cast(endpoints.get());
    }
  }
}
