package org.wenshu.protocol.rag.facade;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;
import org.wenshu.protocol.rag.RagServices;

/** Puts the facade on its paths. */
@WebListener
public class FacadeRegistration implements ServletContextListener {
  @Inject private RagServices services;
  @Inject private FacadeIdentity identity;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    for (FacadeRoute route : FacadeRoute.all()) {
      ServletRegistration.Dynamic servlet =
          event
              .getServletContext()
              .addServlet("facade " + route.method(), new FacadeServlet(route, services, identity));
      servlet.setAsyncSupported(true);
      servlet.addMapping(route.paths());
    }
  }
}
