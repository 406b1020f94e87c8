package org.wenshu.client.gateway.error;

import org.wenshu.client.ErrorType;

/** The configuration could not be read or changed. */
public final class ConfigException extends GatewayApiException {
  private static final long serialVersionUID = 1L;

  /** A failure in the server's words. */
  public ConfigException(String message) {
    super("config-error", ErrorType.CALLER, message);
  }
}
