package org.wenshu.client.gateway.bulk;

import java.net.URI;
import org.wenshu.client.ClientConfig;
import org.wenshu.client.gateway.call.Route;

/** Addresses of bulk sockets. */
record BulkAddress(ClientConfig config, String flow) {
  URI importOf(BulkKind<?> kind) {
    String token = tokenAfter("?");
    return config.socket(path("import", kind) + token);
  }

  URI exportOf(BulkKind<?> kind, ExportOptions options) {
    return config.socket(
        path("export", kind)
            + "?form=batch&user="
            + Route.encoded(options.user())
            + "&collection="
            + Route.encoded(options.collection())
            + tokenAfter("&"));
  }

  private String path(String direction, BulkKind<?> kind) {
    return "/api/v1/flow/" + Route.encoded(flow) + "/" + direction + "/" + kind.path();
  }

  private String tokenAfter(String separator) {
    return config
        .token()
        .token()
        .map(token -> separator + "token=" + Route.encoded(token))
        .orElse("");
  }
}
