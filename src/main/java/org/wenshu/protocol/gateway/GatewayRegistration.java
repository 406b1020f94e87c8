package org.wenshu.protocol.gateway;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/** Puts the gate in front of all paths of the gateway. */
@WebListener
public class GatewayRegistration implements ServletContextListener {
  private static final String[] PATHS = {"/api/v1/*", "/api/metrics", "/api/metrics/*"};

  @Inject private GatewayServices services;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    FilterRegistration.Dynamic gate =
        event
            .getServletContext()
            .addFilter(
                GatewayGate.class.getName(),
                new GatewayGate(services.config(), services.authentication(), services.flows()));
    gate.setAsyncSupported(true);
    gate.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, PATHS);
  }
}
