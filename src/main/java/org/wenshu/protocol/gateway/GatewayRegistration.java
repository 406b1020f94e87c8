package org.wenshu.protocol.gateway;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.EnumSet;
import org.wenshu.protocol.gateway.socket.SocketConnections;
import org.wenshu.protocol.gateway.socket.SocketEndpoint;

/** Puts the socket on its path, and the gate in front of all paths of the gateway. */
@WebListener
public class GatewayRegistration implements ServletContextListener {
  private static final String SOCKET = "/api/v1/socket";
  private static final String[] PATHS = {"/api/v1/*", "/api/metrics", "/api/metrics/*"};

  @Inject private GatewayServices services;
  @Inject private SocketConnections sockets;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    FilterRegistration.Dynamic gate =
        event
            .getServletContext()
            .addFilter(GatewayGate.class.getName(), new GatewayGate(services, sockets));
    gate.setAsyncSupported(true);
    gate.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, PATHS);
    ServerContainer container =
        (ServerContainer) event.getServletContext().getAttribute(ServerContainer.class.getName());
    try {
      container.addEndpoint(
          ServerEndpointConfig.Builder.create(SocketEndpoint.class, SOCKET)
              .configurator(new EndpointFactory(sockets))
              .build());
    } catch (DeploymentException e) {
      throw new IllegalStateException("Cannot listen on " + SOCKET, e);
    }
  }

  /** Makes an endpoint for each connection; the gate has judged its origin before. */
  private static final class EndpointFactory extends ServerEndpointConfig.Configurator {
    private final SocketConnections sockets;

    EndpointFactory(SocketConnections sockets) {
      this.sockets = sockets;
    }

    @Override
    public boolean checkOrigin(String origin) {
      return true;
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
      return type.cast(new SocketEndpoint(sockets));
    }
  }
}
