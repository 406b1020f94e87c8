package org.wenshu.protocol.rag;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.wenshu.protocol.http.GatedEndpoints;

/** Puts the endpoint, and the gate before it, on its path. */
@WebListener
public class RagRegistration implements ServletContextListener {
  /** Fixed by the contract. */
  private static final String PATH = "/mcp";

  @Inject private RagServices services;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    GatedEndpoints endpoints = new GatedEndpoints(event.getServletContext());
    endpoints.gate(UpgradeGate.class.getName(), new UpgradeGate(services), PATH);
    endpoints.endpoint(PATH, RagEndpoint.class, () -> new RagEndpoint(services));
  }
}
