package org.wenshu.client;

import java.net.URI;
import java.security.cert.CertificateException;

/** Nobody answers at the server's address: refused, unreachable, unknown host, or TLS failed. */
public final class ConnectionRefusedException extends ConnectionException {
  private static final long serialVersionUID = 1L;

  /** No connection could be made to that address. */
  public ConnectionRefusedException(URI address, Throwable cause) {
    super("No connection to " + Addresses.shown(address) + ": " + reason(cause), cause);
  }

  /** Another try does not help where the server's certificate is not trusted. */
  @Override
  public boolean retriable() {
    for (Throwable each = getCause(); each != null; each = each.getCause()) {
      if (each instanceof CertificateException) {
        return false;
      }
    }
    return true;
  }

  private static String reason(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
