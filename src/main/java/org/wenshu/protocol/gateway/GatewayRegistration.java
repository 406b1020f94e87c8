package org.wenshu.protocol.gateway;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.wenshu.protocol.gateway.socket.SocketConnections;
import org.wenshu.protocol.gateway.socket.SocketEndpoint;
import org.wenshu.protocol.http.GatedEndpoints;

/** Puts the socket on its path, and the gate in front of all paths of the gateway. */
@WebListener
public class GatewayRegistration implements ServletContextListener {
  private static final String SOCKET = "/api/v1/socket";
  private static final String[] PATHS = {"/api/v1/*", "/api/metrics", "/api/metrics/*"};

  @Inject private GatewayServices services;
  @Inject private SocketConnections sockets;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    GatedEndpoints endpoints = new GatedEndpoints(event.getServletContext());
    endpoints.gate(GatewayGate.class.getName(), new GatewayGate(services, sockets), PATHS);
    endpoints.endpoint(SOCKET, SocketEndpoint.class, () -> new SocketEndpoint(sockets));
  }
}
