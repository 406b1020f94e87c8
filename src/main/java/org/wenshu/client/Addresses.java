package org.wenshu.client;

import java.net.URI;

/** Addresses as they may be shown: parameters and user names can hold secrets. */
final class Addresses {
  private Addresses() {}

  /** Scheme, host, port and path. */
  static String shown(URI address) {
    StringBuilder shown = new StringBuilder().append(address.getScheme()).append("://");
    shown.append(address.getHost());
    if (address.getPort() >= 0) {
      shown.append(':').append(address.getPort());
    }
    return shown.append(address.getRawPath() == null ? "" : address.getRawPath()).toString();
  }
}
