package org.wenshu.protocol.gateway.bulk;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.wenshu.protocol.http.GatedEndpoints;

/** Puts the bulk sockets on their paths, and ends them in order when the server stops. */
@WebListener
public class BulkRegistration implements ServletContextListener {
  private static final String EXPORTS = "/api/v1/flow/{flow}/export/{kind}";

  @Inject private BulkServices services;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    GatedEndpoints endpoints = new GatedEndpoints(event.getServletContext());
    endpoints.innerGate(BulkGate.class.getName(), new BulkGate(services), "/api/v1/flow/*");
    endpoints.endpoint(EXPORTS, ExportEndpoint.class, () -> new ExportEndpoint(services));
  }

  /** Before the server closes sockets in its own way, which clients would take for a success. */
  @Override
  public void contextDestroyed(ServletContextEvent event) {
    services.close();
  }
}
