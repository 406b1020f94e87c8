package org.wenshu.protocol.frames.upgrade;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;
import java.security.Principal;

/**
 * A request of somebody we know. Carries what is known as its principal, which servers keep with a
 * WebSocket session, and when it is upgraded, sees to it that nothing of the connection is held
 * when that is over (see {@link LettingGo}).
 */
public final class KnownRequest extends HttpServletRequestWrapper {
  private final Principal principal;

  /** The request, with that principal. */
  public KnownRequest(HttpServletRequest request, Principal principal) {
    super(request);
    this.principal = principal;
  }

  @Override
  public Principal getUserPrincipal() {
    return principal;
  }

  /** Has the container drive our handler, which drives the one that is asked for. */
  @Override
  public <T extends HttpUpgradeHandler> T upgrade(Class<T> type)
      throws IOException, ServletException {
    T handler = instance(type);
    super.upgrade(LettingGo.class).drive(handler);
    return handler;
  }

  private static <T> T instance(Class<T> type) throws ServletException {
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new ServletException("Cannot make a " + type.getName(), e);
    }
  }
}
