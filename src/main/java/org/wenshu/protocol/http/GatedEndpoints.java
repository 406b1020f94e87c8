package org.wenshu.protocol.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.EnumSet;
import java.util.function.Supplier;

/**
 * Puts endpoints of sockets on their paths, and before them filters that judge who may come in. To
 * be used while the application starts, by one thread.
 */
public final class GatedEndpoints {
  private final ServletContext context;

  /** Endpoints of that application. */
  public GatedEndpoints(ServletContext context) {
    this.context = context;
  }

  /**
   * Adds a filter before the filters of the application's descriptor.
   *
   * @param name its own among all filters
   * @param patterns of paths, as filters are mapped
   */
  public void gate(String name, Filter gate, String... patterns) {
    gate(name, gate, false, patterns);
  }

  /** Adds a filter behind all those that are there, for what they have let through. */
  public void innerGate(String name, Filter gate, String... patterns) {
    gate(name, gate, true, patterns);
  }

  private void gate(String name, Filter gate, boolean behind, String... patterns) {
    FilterRegistration.Dynamic added = context.addFilter(name, gate);
    added.setAsyncSupported(true);
    added.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), behind, patterns);
  }

  /**
   * Adds an endpoint, of which each connection gets one of its own.
   *
   * @param path a path or template, as endpoints are mapped
   * @throws IllegalStateException when the server does not take it
   */
  public <E> void endpoint(String path, Class<E> type, Supplier<E> endpoints) {
    ServerContainer container =
        (ServerContainer) context.getAttribute(ServerContainer.class.getName());
    try {
      container.addEndpoint(
          ServerEndpointConfig.Builder.create(type, path)
              .configurator(new Configurator(endpoints))
              .build());
    } catch (DeploymentException e) {
      throw new IllegalStateException("Cannot listen on " + path, e);
    }
  }

  /** Asks nothing about the origin, which a gate has judged before. */
  private static final class Configurator extends ServerEndpointConfig.Configurator {
    private final Supplier<?> endpoints;

    Configurator(Supplier<?> endpoints) {
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
